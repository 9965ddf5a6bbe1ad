package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** Nobody reads a materialized view while it is refreshed, unless that is done concurrently. */
final class ViewRefreshedWithoutConcurrentlyReplay implements Replay {
  private static final String QUERY = "SELECT count(*) FROM totals";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders AS SELECT g % 50 AS day FROM generate_series(1, 1000) g",
        "CREATE MATERIALIZED VIEW totals AS SELECT day, count(*) FROM orders GROUP BY day",
        "CREATE UNIQUE INDEX totals_key ON totals (day)");
    stage
        .danger("BEGIN", "REFRESH MATERIALIZED VIEW totals")
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "totals")
        .refuses(QUERY, "55P03")
        .then("COMMIT")
        .succeeds();
    stage
        .remedy("BEGIN", "REFRESH MATERIALIZED VIEW CONCURRENTLY totals")
        .holdsAtMost(LockMode.EXCLUSIVE, "totals")
        .accepts(QUERY)
        .then("COMMIT")
        .succeeds();
  }
}
