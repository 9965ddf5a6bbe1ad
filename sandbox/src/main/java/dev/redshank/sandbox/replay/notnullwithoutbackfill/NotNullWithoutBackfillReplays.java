package dev.redshank.sandbox.replay.notnullwithoutbackfill;

import dev.redshank.sandbox.replay.Replay;
import java.util.List;

/** The replays of this package, in the order of their names. */
public final class NotNullWithoutBackfillReplays {
  private NotNullWithoutBackfillReplays() {}

  public static List<Replay> all() {
    return List.of(
        new ConstraintNeverValidatedReplay(),
        new DefaultDroppedInSameDeployReplay(),
        new EnumValueUsedInSameTransactionReplay(),
        new NotNullWithoutBackfillReplay(),
        new RequiredColumnWithoutDefaultReplay(),
        new SetNotNullWithoutCheckReplay());
  }
}
