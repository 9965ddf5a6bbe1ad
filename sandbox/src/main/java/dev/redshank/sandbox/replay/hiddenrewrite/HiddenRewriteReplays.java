package dev.redshank.sandbox.replay.hiddenrewrite;

import dev.redshank.sandbox.replay.Replay;
import java.util.List;

/** The replays of this package, in the order of their names. */
public final class HiddenRewriteReplays {
  private HiddenRewriteReplays() {}

  public static List<Replay> all() {
    return List.of(
        new ColumnAddedWithRewriteReplay(),
        new ColumnTypeRewriteReplay(),
        new HiddenRewriteReplay(),
        new TableRewrittenReplay(),
        new VolatileDefaultRewriteReplay());
  }
}
