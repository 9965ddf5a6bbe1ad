package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** Writes wait until an index is built; CONCURRENTLY builds it beside them. */
final class IndexWithoutConcurrentlyReplay implements Replay {
  private static final String WRITE = "INSERT INTO orders VALUES (0)";

  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id");
    stage
        .danger("BEGIN", "CREATE INDEX by_id ON orders (id)")
        .scans("orders")
        .builds("by_id")
        .worksUnder(LockMode.SHARE, "orders")
        .accepts("SELECT count(*) FROM orders")
        .refuses(WRITE, "55P03")
        .then("COMMIT")
        .succeeds();
    Act remedy = stage.remedy();
    Report.letsPass(remedy, WRITE, "CREATE INDEX CONCURRENTLY by_id ON orders (id)")
        .builds("by_id")
        .leavesValid("by_id")
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "orders");
  }
}
