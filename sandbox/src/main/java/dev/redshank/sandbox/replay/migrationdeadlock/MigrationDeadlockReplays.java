package dev.redshank.sandbox.replay.migrationdeadlock;

import dev.redshank.sandbox.replay.Replay;
import java.util.List;

/** The replays of this package, in the order of their names. */
public final class MigrationDeadlockReplays {
  private MigrationDeadlockReplays() {}

  public static List<Replay> all() {
    return List.of(
        new DropLocksReferencedTablesReplay(),
        new ForeignKeysToSeveralTablesReplay(),
        new LockOrderInvertedReplay(),
        new LockUpgradedInTransactionReplay(),
        new MigrationDeadlockReplay(),
        new SeveralTablesLockedInTransactionReplay());
  }
}
