package dev.redshank.sandbox.replay.destructiverollback;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** Who writes the catalog by hand forgets what the command does beside: here the partitions. */
final class SystemCatalogWrittenReplay implements Replay {
  private static final String NEW_ROW = "INSERT INTO events VALUES ('2025-05-05', 'new')";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE events (day date NOT NULL, code varchar(20)) PARTITION BY RANGE (day)",
        "CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')",
        "INSERT INTO events SELECT '2025-05-05', 'code' FROM generate_series(1, 1000)");
    stage
        .danger(
            "UPDATE pg_attribute SET atttypmod = 44 WHERE attrelid = 'events'::regclass AND attname = 'code'")
        .succeeds()
        .doesNotLock("events")
        .refuses(NEW_ROW, "42804");
    stage
        .remedy("ALTER TABLE events ALTER COLUMN code TYPE varchar(40)")
        .succeeds()
        .keepsFileOf("events_2025")
        .doesNotScan("events_2025")
        .holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "events_2025")
        .accepts(NEW_ROW);
  }
}
