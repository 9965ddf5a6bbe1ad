package dev.redshank.sandbox.replay.destructiverollback;

import dev.redshank.sandbox.replay.Replay;
import java.util.List;

/** The replays of this package, in the order of their names. */
public final class DestructiveRollbackReplays {
  private DestructiveRollbackReplays() {}

  public static List<Replay> all() {
    return List.of(
        new ColumnDroppedReplay(),
        new DestructiveRollbackReplay(),
        new DownMigrationFailsOnNewDataReplay(),
        new DownMigrationLosesDataReplay(),
        new DropCascadesReplay(),
        new SystemCatalogWrittenReplay(),
        new TableDroppedReplay(),
        new TriggersDisabledReplay(),
        new TruncateCascadesReplay());
  }
}
