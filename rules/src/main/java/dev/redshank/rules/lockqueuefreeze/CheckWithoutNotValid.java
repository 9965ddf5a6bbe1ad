package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.AlterAction.AddConstraint;
import dev.redshank.core.statement.Constraint.Check;
import dev.redshank.rules.words.Wording;
import java.util.List;

/** Flags a CHECK that is held against every row while nobody can read the table. */
public final class CheckWithoutNotValid implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("check-without-not-valid"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.ERROR,
          "CHECK reads the whole table under a lock")
      .altering(AddConstraint.class)
      .covers("constraint-missing-not-valid");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return AddedConstraint.in(step, Check.class)
        .filter(added -> !added.isUnchecked())
        .map(CheckWithoutNotValid::describe)
        .toList();
  }

  private static Finding describe(AddedConstraint<Check> added) {
    String message =
        "Every row of %s is read to check %s while nobody can read or write the table, and the migration fails (23514) at the first row that does not pass."
            .formatted(added.table(), added.name("check"));
    List<Uncertainty> doubts = added.step().doubtsAbout(added.table());
    return INFO.finding(added.constraint().span(), Wording.with(message, doubts))
        .withLocks(added.locks())
        .withUncertain(added.doubts())
        .withRecipe(added.validatedLater(added.table().toString(), "check"));
  }
}
