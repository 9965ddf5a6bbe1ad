package dev.redshank.sandbox.drill;

import java.sql.SQLException;
import java.util.List;

/** Instances of the application's last version are still connected, and are to go on working. */
final class OldApplication implements Front {
  private static final String NAME = "old_app_v1";

  @Override
  public void people(World world) throws SQLException {
    world.repeats(
        NAME,
        "old_app",
        Shop.DATABASE,
        50,
        "SELECT id, total FROM orders WHERE customer_id = 7 ORDER BY id DESC LIMIT 5");
  }

  @Override
  public List<Part> fix() {
    return List.of(new Part("The old application still works", inquest -> inquest.progress(NAME)));
  }
}
