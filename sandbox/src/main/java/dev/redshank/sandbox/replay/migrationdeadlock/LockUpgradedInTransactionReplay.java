package dev.redshank.sandbox.replay.migrationdeadlock;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/** Rows first and then their table is half a deadlock with whoever has looked at the table and wants a row. */
final class LockUpgradedInTransactionReplay implements Replay {
  private static final String ROW = "UPDATE orders SET status = 'open' WHERE id = 7";
  private static final String TABLE = "ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'open'";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders AS SELECT g AS id, '' AS status FROM generate_series(1, 100) g");
    Act danger = stage.danger(Shop.PATIENCE);
    Session shop = Shop.has(danger, "SELECT count(*) FROM orders");
    danger.then("BEGIN", ROW).holdsAtLeast(LockMode.ROW_EXCLUSIVE, "orders");
    Shop.deadlocks(shop, danger, TABLE, ROW);
    danger.then("COMMIT").succeeds();
    Act remedy = stage.remedy(Shop.PATIENCE);
    Session guest = Shop.has(remedy, "SELECT count(*) FROM orders");
    remedy.then(ROW).succeeds();
    Shop.goesOn(guest, remedy, TABLE, ROW);
  }
}
