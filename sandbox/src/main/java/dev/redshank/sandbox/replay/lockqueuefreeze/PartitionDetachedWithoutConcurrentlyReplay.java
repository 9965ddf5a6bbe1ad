package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** DETACH PARTITION waits for a report on the whole table, and everybody behind it; CONCURRENTLY waits alone. */
final class PartitionDetachedWithoutConcurrentlyReplay implements Replay {
  private static final String DETACH = "ALTER TABLE events DETACH PARTITION events_2025";

  @Override
  public void play(Stage stage) {
    stage.given(Events.TABLE, Events.PARTITION, Events.ROWS);
    Report.freezes(stage.danger(), Events.QUERY, DETACH)
        .holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "events");
    stage
        .remedy(DETACH + " CONCURRENTLY")
        .succeeds()
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "events")
        .accepts(Events.QUERY)
        .returns("SELECT count(*) FROM events_2025", "1000");
    Report.letsPass(
        stage.also("while it waits for a report, others read"),
        Events.QUERY,
        DETACH + " CONCURRENTLY");
    stage
        .also(
            "beside a default partition it is refused",
            "CREATE TABLE events_rest PARTITION OF events DEFAULT",
            DETACH + " CONCURRENTLY")
        .failsWith("55000");
  }
}
