package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** In one transaction VALIDATE reads every row under the lock of the ADD. */
final class ValidatedInSameTransactionReplay implements Replay {
  private static final String ADD =
      "ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0) NOT VALID";
  private static final String VALIDATE = "ALTER TABLE orders VALIDATE CONSTRAINT positive";

  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE orders AS SELECT generate_series(1, 1000) AS total");
    stage
        .danger("BEGIN", ADD, VALIDATE)
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "orders")
        .refuses("SELECT count(*) FROM orders", "55P03")
        .then("COMMIT")
        .succeeds();
    stage
        .remedy("BEGIN", ADD, "COMMIT")
        .doesNotScan("orders")
        .then("BEGIN", VALIDATE)
        .scans("orders")
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "orders")
        .accepts("SELECT count(*) FROM orders")
        .then("COMMIT")
        .succeeds();
  }
}
