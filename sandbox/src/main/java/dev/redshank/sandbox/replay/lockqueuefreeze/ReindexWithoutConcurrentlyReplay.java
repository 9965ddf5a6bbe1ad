package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** REINDEX locks the index against the planner, so that not even reads go on. */
final class ReindexWithoutConcurrentlyReplay implements Replay {
  private static final String QUERY = "SELECT count(*) FROM orders";
  private static final String CONCURRENTLY = "REINDEX INDEX CONCURRENTLY by_total";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders AS SELECT generate_series(1, 1000) AS total",
        "CREATE INDEX by_total ON orders (total)");
    stage
        .danger("BEGIN", "REINDEX INDEX by_total")
        .builds("by_total")
        .holdsAtLeast(LockMode.SHARE, "orders")
        .holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "by_total")
        .refuses(QUERY, "55P03")
        .then("COMMIT")
        .succeeds();
    stage
        .remedy(CONCURRENTLY)
        .succeeds()
        .builds("by_total")
        .leavesValid("by_total")
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "orders")
        .accepts(QUERY);
    Report.letsPass(stage.also("while it waits for a report, others read"), QUERY, CONCURRENTLY);
  }
}
