package dev.redshank.sandbox.replay.invalidindex;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** A partitioned table refuses a concurrent build; its partitions take one each. */
final class ConcurrentIndexOnPartitionedTableReplay implements Replay {
  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE events (id bigint, day date NOT NULL) PARTITION BY RANGE (day)",
        "CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')",
        "INSERT INTO events SELECT g, '2025-05-05' FROM generate_series(1, 1000) g");
    stage
        .danger("CREATE INDEX CONCURRENTLY by_id ON events (id)")
        .failsWith("0A000")
        .returns("SELECT to_regclass('by_id')", "null");
    stage
        .remedy("CREATE INDEX by_id ON ONLY events (id)")
        .succeeds()
        .doesNotScan("events_2025")
        .leavesInvalid("by_id")
        .then("CREATE INDEX CONCURRENTLY by_id_2025 ON events_2025 (id)")
        .succeeds()
        .builds("by_id_2025")
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "events_2025")
        .then("ALTER INDEX by_id ATTACH PARTITION by_id_2025")
        .succeeds()
        .leavesValid("by_id");
    stage
        .also("ONLY does not help", "CREATE INDEX CONCURRENTLY by_id ON ONLY events (id)")
        .failsWith("0A000");
  }
}
