package dev.redshank.sandbox.replay.renameinrollingdeploy;

import dev.redshank.sandbox.replay.Replay;
import java.util.List;

/** The replays of this package, in the order of their names. */
public final class RenameInRollingDeployReplays {
  private RenameInRollingDeployReplays() {}

  public static List<Replay> all() {
    return List.of(
        new ColumnRenamedReplay(),
        new EnumValueRenamedReplay(),
        new RenameInRollingDeployReplay(),
        new SchemaRenamedReplay(),
        new TableRenamedReplay(),
        new ViewDroppedReplay());
  }
}
