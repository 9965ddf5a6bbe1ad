package dev.redshank.sandbox.replay.destructiverollback;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/**
 * A down migration drops the column, and with it what users wrote since the deploy. Who takes back the
 * application only, and leaves the column, loses nothing.
 */
final class DestructiveRollbackReplay implements Replay {
  private static final String UP = "ALTER TABLE orders ADD COLUMN note text";
  private static final String DOWN = "ALTER TABLE orders DROP COLUMN note";
  private static final String NOTES = "SELECT count(note) FROM orders";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders (id bigserial PRIMARY KEY, amount int NOT NULL)",
        "INSERT INTO orders (amount) SELECT g FROM generate_series(1, 20000) g");
    danger(stage.danger());
    remedy(stage.remedy());
  }

  private static void danger(Act act) {
    Session application = deployed(act);
    act.figure("values before", NOTES, "")
        .then(DOWN)
        .succeeds()
        .holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "orders")
        // The bytes are still there, but they belong to no column any more, and to none ever again.
        .keepsFileOf("orders")
        .returns(
            "SELECT count(*) FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attisdropped",
            "1");
    application.tries("UPDATE orders SET note = 'gift' WHERE id = 501").failsWith("42703");
    act.then(UP).succeeds().returns(NOTES, "0").figure("values after", NOTES, "");
  }

  private static void remedy(Act act) {
    deployed(act);
    act.figure("values before", NOTES, "");
    act.application("old application")
        .runs(
            "INSERT INTO orders (amount) VALUES (1)", "UPDATE orders SET amount = 2 WHERE id = 1");
    act.returns(NOTES, "500");
    // The repaired release finds everything as it was left.
    act.application("repaired application").runs("UPDATE orders SET note = 'gift' WHERE id = 501");
    act.returns(NOTES, "501").figure("values after", NOTES, "");
  }

  /** The migration went out with the application that needs it, and users wrote notes since. */
  private static Session deployed(Act act) {
    act.then(UP).succeeds();
    return act.application("new application")
        .runs("UPDATE orders SET note = 'gift' WHERE id <= 500");
  }
}
