package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** Dropping a partition waits for a report on the whole table, and everybody behind it. */
final class PartitionDroppedReplay implements Replay {
  private static final String DETACH =
      "ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY";

  @Override
  public void play(Stage stage) {
    stage.given(Events.TABLE, Events.PARTITION, Events.ROWS);
    Report.freezes(stage.danger(), Events.QUERY, "DROP TABLE events_2025")
        .holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "events");
    stage
        .remedy(DETACH)
        .succeeds()
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "events")
        .accepts(Events.QUERY)
        .then("DROP TABLE events_2025")
        .succeeds()
        .doesNotLock("events");
    Report.letsPass(stage.also("while it waits for a report, others read"), Events.QUERY, DETACH);
  }
}
