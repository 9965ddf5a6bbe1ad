package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** Everybody who wants a table waits for rows that are copied elsewhere in the same transaction. */
final class WorkUnderStrongLockReplay implements Replay {
  private static final String ADD = "ALTER TABLE orders ADD COLUMN net numeric";
  private static final String COPY =
      "INSERT INTO invoices SELECT id FROM orders WHERE id > 0 AND id <= 1000";
  private static final String QUERY = "SELECT count(*) FROM orders";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id",
        "CREATE TABLE invoices (id bigint PRIMARY KEY)");
    stage
        .danger("BEGIN", ADD, "INSERT INTO invoices SELECT id FROM orders")
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "orders")
        .refuses(QUERY, "55P03")
        .then("COMMIT")
        .succeeds();
    stage
        .remedy("BEGIN", ADD, "COMMIT")
        .doesNotWorkUnder(LockMode.ACCESS_EXCLUSIVE, "orders")
        .then("BEGIN", COPY)
        .holdsAtMost(LockMode.ACCESS_SHARE, "orders")
        .accepts(QUERY)
        .then("COMMIT")
        .succeeds();
  }
}
