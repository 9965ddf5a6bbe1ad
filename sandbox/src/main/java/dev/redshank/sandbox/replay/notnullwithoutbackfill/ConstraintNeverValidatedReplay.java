package dev.redshank.sandbox.replay.notnullwithoutbackfill;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** An old row that breaks the constraint lies there until somebody changes it, whatever he wants to change. */
final class ConstraintNeverValidatedReplay implements Replay {
  private static final String ADD =
      "ALTER TABLE orders ADD CONSTRAINT positive CHECK (total >= 0) NOT VALID";
  private static final String TOUCH = "UPDATE orders SET note = '' WHERE id = 7";
  private static final String PROVEN =
      "SELECT convalidated FROM pg_constraint WHERE conname = 'positive'";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders (id bigint, total int, note text)",
        "INSERT INTO orders SELECT g, g - 8 FROM generate_series(7, 1000) g");
    stage.danger(ADD).succeeds().returns(PROVEN, "f").refuses(TOUCH, "23514");
    stage
        .remedy(ADD)
        .then("UPDATE orders SET total = 0 WHERE id = 7")
        .succeeds()
        .then("ALTER TABLE orders VALIDATE CONSTRAINT positive")
        .succeeds()
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "orders")
        .returns(PROVEN, "t")
        .accepts(TOUCH);
    stage
        .also("VALIDATE finds such rows", ADD, "ALTER TABLE orders VALIDATE CONSTRAINT positive")
        .failsWith("23514");
  }
}
