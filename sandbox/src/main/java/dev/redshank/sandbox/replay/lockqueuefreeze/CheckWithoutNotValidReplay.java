package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** A CHECK reads every row under a lock that lets nobody read; NOT VALID and VALIDATE do not. */
final class CheckWithoutNotValidReplay implements Replay {
  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE orders AS SELECT generate_series(1, 1000) AS total");
    stage
        .danger("ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0)")
        .succeeds()
        .scans("orders")
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "orders");
    stage
        .remedy("ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0) NOT VALID")
        .succeeds()
        .doesNotScan("orders")
        .refuses("INSERT INTO orders VALUES (0)", "23514")
        .then("ALTER TABLE orders VALIDATE CONSTRAINT positive")
        .succeeds()
        .scans("orders")
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "orders");
    stage
        .also(
            "it fails at the first row that does not pass",
            "ALTER TABLE orders ADD CONSTRAINT small CHECK (total < 1000)")
        .failsWith("23514");
  }
}
