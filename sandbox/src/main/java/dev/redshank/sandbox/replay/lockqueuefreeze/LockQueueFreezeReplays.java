package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.sandbox.replay.Replay;
import java.util.List;

/** The replays of this package, in the order of their names. */
public final class LockQueueFreezeReplays {
  private LockQueueFreezeReplays() {}

  public static List<Replay> all() {
    return List.of(
        new CheckWithoutNotValidReplay(),
        new ConstraintOnAddedColumnReplay(),
        new DomainConstraintValidatedReplay(),
        new DropIndexWithoutConcurrentlyReplay(),
        new ExclusionConstraintBuildsIndexReplay(),
        new ExplicitTableLockReplay(),
        new ForeignKeyInNewTableLocksReferencedReplay(),
        new ForeignKeyWithoutNotValidReplay(),
        new IndexWithoutConcurrentlyReplay(),
        new LockQueueFreezeReplay(),
        new LockTimeoutIneffectiveReplay(),
        new LockTimeoutMissingReplay(),
        new PartitionAttachedWithoutCheckReplay(),
        new PartitionCreatedInLiveTableReplay(),
        new PartitionDetachedWithoutConcurrentlyReplay(),
        new PartitionDroppedReplay(),
        new ReindexWithoutConcurrentlyReplay(),
        new UniqueConstraintBuildsIndexReplay(),
        new ValidatedInSameTransactionReplay(),
        new ViewRefreshedWithoutConcurrentlyReplay(),
        new WorkUnderStrongLockReplay());
  }
}
