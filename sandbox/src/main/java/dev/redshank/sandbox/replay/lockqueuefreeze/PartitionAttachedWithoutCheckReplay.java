package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** A table is read before it becomes a partition, unless a valid check says that it fits. */
final class PartitionAttachedWithoutCheckReplay implements Replay {
  private static final String ATTACH =
      "ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')";
  private static final String FITS =
      "CHECK (day IS NOT NULL AND day >= '2026-01-01' AND day < '2027-01-01')";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day)",
        "CREATE TABLE events_2026 (day date NOT NULL)",
        "INSERT INTO events_2026 SELECT '2026-06-06' FROM generate_series(1, 1000)");
    stage
        .danger(ATTACH)
        .succeeds()
        .scans("events_2026")
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "events_2026")
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "events");
    stage
        .remedy(
            "ALTER TABLE events_2026 ADD CONSTRAINT fits " + FITS + " NOT VALID",
            "ALTER TABLE events_2026 VALIDATE CONSTRAINT fits",
            ATTACH)
        .succeeds()
        .doesNotWorkUnder(LockMode.ACCESS_EXCLUSIVE, "events_2026");
    stage
        .also(
            "a default partition is read as well",
            "CREATE TABLE events_rest PARTITION OF events DEFAULT",
            "INSERT INTO events VALUES ('2020-02-02')",
            "CREATE TABLE events_2027 (day date NOT NULL)")
        .then(
            "ALTER TABLE events ATTACH PARTITION events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')")
        .succeeds()
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "events_rest");
  }
}
