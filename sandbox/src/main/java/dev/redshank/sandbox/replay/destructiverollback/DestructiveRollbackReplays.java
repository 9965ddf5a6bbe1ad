package dev.redshank.sandbox.replay.destructiverollback;

import dev.redshank.sandbox.replay.Replay;
import java.util.List;

/** The replays of this package, in the order of their names. */
public final class DestructiveRollbackReplays {
  private DestructiveRollbackReplays() {}

  public static List<Replay> all() {
    return List.of(new DestructiveRollbackReplay());
  }
}
