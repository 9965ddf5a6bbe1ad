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
import dev.redshank.core.statement.Constraint.Exclusion;
import dev.redshank.rules.words.Wording;
import java.util.List;

/** Flags an exclusion constraint, whose index is always built while nobody can read the table. */
public final class ExclusionConstraintBuildsIndex implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("exclusion-constraint-builds-index"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.ERROR,
          "Exclusion constraint builds its index under a lock")
      .altering(AddConstraint.class)
      .covers("constraint-missing-not-valid");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return AddedConstraint.in(step, Exclusion.class)
        .map(ExclusionConstraintBuildsIndex::describe)
        .toList();
  }

  private static Finding describe(AddedConstraint<Exclusion> added) {
    String table = added.table().toString();
    String message =
        "Building the index of %s makes all reads and writes of %s wait until the whole table is read; an exclusion constraint knows no NOT VALID and takes no finished index."
            .formatted(added.name("excl"), table);
    List<Uncertainty> doubts = added.step().doubtsAbout(added.table());
    return INFO.finding(added.constraint().span(), Wording.with(message, doubts))
        .withLocks(added.locks())
        .withUncertain(added.doubts())
        .withRecipe(recipe(added));
  }

  private static List<String> recipe(AddedConstraint<Exclusion> added) {
    String table = added.table().toString();
    String copy = Wording.named(added.table().name(), "new");
    return List.of(
        "-- a table that has the constraint from its birth, or a window without users",
        "CREATE TABLE %s (LIKE %s INCLUDING ALL);".formatted(copy, table),
        "ALTER TABLE %s ADD %s;".formatted(copy, added.definition("excl")),
        "-- write to both, copy the rows in batches, and swap the names");
  }
}
