package dev.redshank.sandbox.replay.invalidindex;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** Statements that are sent in one message are one transaction, in which CONCURRENTLY is refused. */
final class ConcurrentlyNotAloneReplay implements Replay {
  private static final String ADD = "ALTER TABLE orders ADD COLUMN note text";
  private static final String CREATE = "CREATE INDEX CONCURRENTLY by_note ON orders (note)";
  private static final String LOOK = "SELECT note FROM orders";

  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id");
    stage.danger(ADD + "; " + CREATE).failsWith("25001").refuses(LOOK, "42703");
    stage
        .remedy(ADD)
        .succeeds()
        .then(CREATE)
        .succeeds()
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "orders")
        .leavesValid("by_note")
        .accepts(LOOK);
  }
}
