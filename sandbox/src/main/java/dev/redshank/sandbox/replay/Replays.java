package dev.redshank.sandbox.replay;

import dev.redshank.sandbox.replay.backfillwalflood.BackfillWalFloodReplays;
import dev.redshank.sandbox.replay.destructiverollback.DestructiveRollbackReplays;
import dev.redshank.sandbox.replay.hiddenrewrite.HiddenRewriteReplays;
import dev.redshank.sandbox.replay.invalidindex.InvalidIndexReplays;
import dev.redshank.sandbox.replay.lockqueuefreeze.LockQueueFreezeReplays;
import dev.redshank.sandbox.replay.migrationdeadlock.MigrationDeadlockReplays;
import dev.redshank.sandbox.replay.notnullwithoutbackfill.NotNullWithoutBackfillReplays;
import dev.redshank.sandbox.replay.renameinrollingdeploy.RenameInRollingDeployReplays;
import dev.redshank.sandbox.replay.replicaschemadrift.ReplicaSchemaDriftReplays;
import dev.redshank.sandbox.replay.result.ReplayResult;
import dev.redshank.sandbox.server.PostgresServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All replays, and how they are played. */
public final class Replays {
  /** What a server needs beside its usual settings so that every replay can be played on it. */
  public static final List<String> SETTINGS =
      List.of("wal_level=logical", "wal_keep_size=512MB", "wal_retrieve_retry_interval=100ms");

  private static final List<Replay> ALL = Stream.of(
          BackfillWalFloodReplays.all(),
          DestructiveRollbackReplays.all(),
          HiddenRewriteReplays.all(),
          InvalidIndexReplays.all(),
          LockQueueFreezeReplays.all(),
          MigrationDeadlockReplays.all(),
          NotNullWithoutBackfillReplays.all(),
          RenameInRollingDeployReplays.all(),
          ReplicaSchemaDriftReplays.all())
      .flatMap(List::stream)
      .sorted(Comparator.comparing(Replay::id))
      .toList();

  private Replays() {}

  /** Every replay, in the order of their ids. */
  public static List<Replay> all() {
    return ALL;
  }

  /** The replay of a rule, or of a failure mode itself. */
  public static Optional<Replay> find(String id) {
    return ALL.stream().filter(replay -> replay.id().equals(id)).findFirst();
  }

  /**
   * Plays replays one after the other, those that have something to prove on the server's version.
   *
   * @param server a throw-away server, started with {@link #SETTINGS}
   */
  public static List<ReplayResult> play(
      List<Replay> replays, PostgresServer server, ReplayListener listener) {
    List<Replay> chosen =
        replays.stream().filter(replay -> replay.holdsOn(server.version())).toList();
    List<ReplayResult> results = new ArrayList<>();
    try (Theatre theatre = Theatre.on(server, listener)) {
      for (Replay replay : chosen) {
        listener.begins(replay, results.size() + 1, chosen.size());
        ReplayResult result = Stage.play(theatre, replay);
        results.add(result);
        listener.ends(result);
      }
    }
    return results;
  }
}
