package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** A lock_timeout that ends before the statement begins ends no queue. */
final class LockTimeoutIneffectiveReplay implements Replay {
  private static final String QUERY = "SELECT count(*) FROM orders";
  private static final String CHANGE = "ALTER TABLE orders ADD COLUMN phone text";

  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id");
    Act danger = stage
        .danger("SET LOCAL lock_timeout = '50ms'")
        .succeeds()
        .says("SET LOCAL can only be used in transaction blocks");
    Report.freezes(danger, QUERY, CHANGE).holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "orders");
    LockTimeoutMissingReplay.givesWay(stage.remedy("SET lock_timeout = '50ms'"), QUERY, CHANGE);
    LockTimeoutMissingReplay.givesWay(
        stage.also("SET LOCAL in a transaction", "BEGIN", "SET LOCAL lock_timeout = '50ms'"),
        QUERY,
        CHANGE);
  }
}
