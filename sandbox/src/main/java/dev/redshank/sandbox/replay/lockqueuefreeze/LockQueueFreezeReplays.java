package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.sandbox.replay.Replay;
import java.util.List;

/** The replays of this package, in the order of their names. */
public final class LockQueueFreezeReplays {
  private LockQueueFreezeReplays() {}

  public static List<Replay> all() {
    return List.of(new LockQueueFreezeReplay());
  }
}
