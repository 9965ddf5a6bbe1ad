package dev.redshank.sandbox.replay.replicaschemadrift;

import dev.redshank.sandbox.replay.Replay;
import java.util.List;

/** The replays of this package, in the order of their names. */
public final class ReplicaSchemaDriftReplays {
  private ReplicaSchemaDriftReplays() {}

  public static List<Replay> all() {
    return List.of(
        new PublishedTableChangedReplay(),
        new ReplicaIdentityLostReplay(),
        new ReplicaSchemaDriftReplay(),
        new SessionReplicationRoleReplay(),
        new UnloggedTableReplay());
  }
}
