package dev.redshank.sandbox.replay.invalidindex;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** Concurrent work is refused in a transaction, and done outside of it beside the writers. */
final class ConcurrentlyInTransactionReplay implements Replay {
  private static final String CREATE = "CREATE INDEX CONCURRENTLY by_id ON orders (id)";

  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id");
    stage
        .danger("BEGIN", "ALTER TABLE orders ADD COLUMN note text", CREATE)
        .failsWith("25001")
        .refusesTransaction()
        .refuses("SELECT note FROM orders", "42703");
    stage
        .remedy("BEGIN", "ALTER TABLE orders ADD COLUMN note text", "COMMIT")
        .then(CREATE)
        .succeeds()
        .waitsForSnapshots()
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "orders")
        .leavesValid("by_id")
        .accepts("SELECT note FROM orders");
    stage
        .also("a message of several statements is a transaction", "SELECT 1; " + CREATE)
        .failsWith("25001");
  }
}
