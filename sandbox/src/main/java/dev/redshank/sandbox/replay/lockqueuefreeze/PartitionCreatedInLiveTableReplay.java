package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** PARTITION OF waits for a report on the whole table, and everybody behind it; ATTACH passes by. */
final class PartitionCreatedInLiveTableReplay implements Replay {
  private static final String BOUNDS = "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')";

  @Override
  public void play(Stage stage) {
    stage.given(Events.TABLE, Events.PARTITION, Events.ROWS);
    Report.freezes(
            stage.danger(), Events.QUERY, "CREATE TABLE events_2026 PARTITION OF events " + BOUNDS)
        .holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "events");
    Act remedy = stage.remedy();
    Report.reading(remedy, Events.QUERY);
    remedy
        .then(
            "CREATE TABLE events_2026 (LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS)",
            "ALTER TABLE events ATTACH PARTITION events_2026 " + BOUNDS)
        .succeeds()
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "events")
        .accepts("INSERT INTO events VALUES ('2026-06-06')");
  }
}
