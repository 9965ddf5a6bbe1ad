package dev.redshank.sandbox.replay.lockqueuefreeze;

/** A partitioned table with rows, as several replays want it. */
final class Events {
  static final String TABLE = "CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day)";
  static final String PARTITION =
      "CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')";
  static final String ROWS = "INSERT INTO events SELECT '2025-05-05' FROM generate_series(1, 1000)";
  static final String QUERY = "SELECT count(*) FROM events";

  private Events() {}
}
