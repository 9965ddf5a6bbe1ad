package dev.redshank.sandbox.replay.invalidindex;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** DROP INDEX CONCURRENTLY takes one index and no CASCADE. */
final class SeveralIndexesInConcurrentDropReplay implements Replay {
  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders AS SELECT g AS id, g AS total FROM generate_series(1, 1000) g",
        "CREATE INDEX by_id ON orders (id)",
        "CREATE INDEX by_total ON orders (total)");
    stage.danger("DROP INDEX CONCURRENTLY by_id, by_total").failsWith("0A000").leavesValid("by_id");
    stage
        .remedy("DROP INDEX CONCURRENTLY by_id", "DROP INDEX CONCURRENTLY by_total")
        .succeeds()
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "orders")
        .returns("SELECT count(*) FROM pg_index WHERE indrelid = 'orders'::regclass", "0");
    stage.also("nor CASCADE", "DROP INDEX CONCURRENTLY by_id CASCADE").failsWith("0A000");
  }
}
