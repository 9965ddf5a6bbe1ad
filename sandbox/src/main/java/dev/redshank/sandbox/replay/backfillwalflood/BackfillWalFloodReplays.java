package dev.redshank.sandbox.replay.backfillwalflood;

import dev.redshank.sandbox.replay.Replay;
import java.util.List;

/** The replays of this package, in the order of their names. */
public final class BackfillWalFloodReplays {
  private BackfillWalFloodReplays() {}

  public static List<Replay> all() {
    return List.of(
        new BackfillWalFloodReplay(),
        new BatchLoopWithoutCommitReplay(),
        new MaterializedViewFilledReplay(),
        new TableCopiedReplay(),
        new UnbatchedBackfillReplay());
  }
}
