package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** DROP INDEX waits for a report, and every query behind it too; CONCURRENTLY only waits itself. */
final class DropIndexWithoutConcurrentlyReplay implements Replay {
  private static final String QUERY = "SELECT count(*) FROM orders";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders AS SELECT generate_series(1, 1000) AS total",
        "CREATE INDEX by_total ON orders (total)");
    Report.freezes(stage.danger(), QUERY, "DROP INDEX by_total")
        .holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "orders");
    Report.letsPass(stage.remedy(), QUERY, "DROP INDEX CONCURRENTLY by_total")
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "orders")
        .returns("SELECT to_regclass('by_total')", "null");
  }
}
