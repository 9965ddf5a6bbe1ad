package dev.redshank.sandbox.replay.invalidindex;

import dev.redshank.sandbox.replay.Replay;
import java.util.List;

/** The replays of this package, in the order of their names. */
public final class InvalidIndexReplays {
  private InvalidIndexReplays() {}

  public static List<Replay> all() {
    return List.of(
        new ConcurrentIndexOnPartitionedTableReplay(),
        new ConcurrentlyIfNotExistsReplay(),
        new ConcurrentlyInTransactionReplay(),
        new ConcurrentlyNotAloneReplay(),
        new ConcurrentlyUnderTimeoutReplay(),
        new InvalidIndexReplay(),
        new SeveralIndexesInConcurrentDropReplay());
  }
}
