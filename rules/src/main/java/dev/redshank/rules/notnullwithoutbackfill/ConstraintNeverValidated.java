package dev.redshank.rules.notnullwithoutbackfill;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.TableConstraint;
import dev.redshank.core.statement.AlterAction.AddConstraint;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.Constraint.ForeignKey;
import dev.redshank.core.statement.Constraint.NotNull;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;

/** Flags a constraint that is added NOT VALID and that nothing behind it validates or drops. */
public final class ConstraintNeverValidated implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("constraint-never-validated"),
          FailureMode.NOT_NULL_WITHOUT_BACKFILL,
          Severity.NOTE,
          "NOT VALID without a VALIDATE that follows")
      .altering(AddConstraint.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    if (step.migration().direction() != Direction.UP) {
      return List.of();
    }
    return step.alterations(AddConstraint.class)
        .filter(added -> isUnchecked(added.action().constraint()))
        .filter(added -> step.before().mayBeInUse(added.table()))
        .filter(added -> step.impactOf(added).failure().isEmpty())
        .map(added -> describe(step, added))
        .toList();
  }

  /** What is NOT ENFORCED is not meant to be checked. */
  private static boolean isUnchecked(Constraint constraint) {
    return constraint.traits().notValid() && !constraint.traits().notEnforced();
  }

  private static Finding describe(StatementStep step, Alteration<AddConstraint> added) {
    Constraint constraint = added.action().constraint();
    ObjectName table = added.table();
    List<Uncertainty> doubts = step.doubtsAbout(table);
    String name = name(step, table, constraint);
    String message = "Nothing that was read behind it validates %s: %s"
        .formatted(name, consequence(table, constraint));
    return INFO.finding(constraint.span(), Wording.with(message, doubts))
        .withUncertain(doubts)
        .withRecipe(List.of(
            "-- when the rows from before satisfy it; reads and writes go on",
            "ALTER TABLE %s VALIDATE CONSTRAINT %s;".formatted(table, name)))
        .untilValidated(step.placeOf(constraint.span()));
  }

  private static String consequence(ObjectName table, Constraint constraint) {
    if (constraint instanceof ForeignKey key) {
      return "rows of %s from before it may refer to rows of %s that are not there."
          .formatted(table, key.referenced());
    }
    boolean notNull = constraint instanceof NotNull;
    return "a row of %s from before it that %s stays there, and the next UPDATE of it fails (%s), whatever that changes."
        .formatted(table, notNull ? "holds NULL" : "breaks it", notNull ? "23502" : "23514");
  }

  /** The name as written, or the one that PostgreSQL chooses. */
  private static String name(StatementStep step, ObjectName table, Constraint constraint) {
    if (constraint.name().isPresent()) {
      return constraint.name().get().toString();
    }
    RelationName relation = step.resolve(table);
    Optional<String> chosen = step.after().relation(relation).stream()
        .flatMap(found -> found.constraints().values().stream())
        .filter(found -> found.madeAt().equals(step.placeOf(constraint.span())))
        .map(TableConstraint::name)
        .findFirst();
    return Wording.named(chosen.orElse("the_constraint"));
  }
}
