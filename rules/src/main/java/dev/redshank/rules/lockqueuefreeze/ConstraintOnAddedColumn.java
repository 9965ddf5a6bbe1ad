package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.ColumnDefinition;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.Constraint.Check;
import dev.redshank.core.statement.Constraint.ForeignKey;
import dev.redshank.core.statement.Constraint.PrimaryKey;
import dev.redshank.core.statement.Constraint.Unique;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;

/** Flags a column that brings a constraint along, which is checked, built or linked under the table's lock. */
public final class ConstraintOnAddedColumn implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("constraint-on-added-column"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.ERROR,
          "New column brings a constraint along")
      .altering(AddColumn.class)
      .covers(
          "adding-foreign-key-constraint",
          "adding-serial-primary-key-field",
          "disallowed-unique-constraint");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return step.alterations(AddColumn.class)
        .filter(added -> step.before().mayHoldRows(added.table()))
        .filter(added -> step.impactOf(added).rewrites().isEmpty())
        .flatMap(added -> describe(step, added).stream())
        .toList();
  }

  /** One finding for a column: about the constraint that costs most. */
  private static Optional<Finding> describe(StatementStep step, Alteration<AddColumn> added) {
    ColumnDefinition column = added.action().column();
    boolean works = !step.impactOf(added).scans().isEmpty() || isPartitioned(step, added);
    return column.constraints().stream()
        .filter(found -> found instanceof Unique || found instanceof PrimaryKey)
        .findFirst()
        .or(() -> column.constraint(Check.class).filter(check -> !isUnchecked(check)))
        .filter(found -> works)
        .map(found -> built(step, added, found))
        .or(() -> column.constraint(ForeignKey.class).flatMap(key -> linked(step, added, key)));
  }

  private static boolean isUnchecked(Constraint constraint) {
    return constraint.traits().notEnforced() || constraint.traits().notValid();
  }

  private static boolean isPartitioned(StatementStep step, Alteration<AddColumn> added) {
    return step.before()
        .relation(added.table())
        .map(table -> table.kind() == RelationKind.PARTITIONED_TABLE)
        .orElse(false);
  }

  private static Finding built(
      StatementStep step, Alteration<AddColumn> added, Constraint constraint) {
    String what = constraint instanceof Check
        ? "The CHECK beside %s is held against every row of %s"
        : "The index of the key on %s is built from every row of %s";
    String message = (what + " while nobody can read or write the table.")
        .formatted(added.action().column().name(), added.table());
    return finding(step, added, constraint, message);
  }

  /** Without a value in the new column no row is looked up; the lock on the other table is there all the same. */
  private static Optional<Finding> linked(
      StatementStep step, Alteration<AddColumn> added, ForeignKey key) {
    if (hasValue(added.action().column()) && !isUnchecked(key)) {
      String message =
          "Every row of %s is looked up in %s while nobody can read or write %s, and writes to %s wait too.";
      return Optional.of(finding(step, added, key, about(message, added, key)));
    }
    if (isLockedAnyway(step, added, key) || !step.before().mayHoldRows(key.referenced())) {
      return Optional.empty();
    }
    String message =
        "%s is locked against reads and %s against writes: until both locks are there, everybody who uses %s or writes to %s queues.";
    return Optional.of(
        finding(step, added, key, about(message, added, key)).withSeverity(Severity.WARNING));
  }

  private static boolean hasValue(ColumnDefinition column) {
    return column
        .defaultValue()
        .map(value -> !value.isNull())
        .orElse(column.generated().isPresent());
  }

  /** Whether the statement, a column before this one or the transaction so far locks the other table too. */
  private static boolean isLockedAnyway(
      StatementStep step, Alteration<AddColumn> added, ForeignKey key) {
    RelationName other = step.resolve(key.referenced());
    boolean before = step.alterations(AddColumn.class)
        .takeWhile(column -> !column.span().equals(added.span()))
        .flatMap(column -> column.action().column().constraint(ForeignKey.class).stream())
        .anyMatch(earlier -> step.resolve(earlier.referenced()).equals(other));
    boolean held = step.transaction()
        .held()
        .on(other)
        .map(lock -> lock.mode().blocksWrites())
        .orElse(false);
    return before || held || other.equals(step.resolve(added.table()));
  }

  private static String about(String message, Alteration<AddColumn> added, ForeignKey key) {
    return message.formatted(added.table(), key.referenced(), added.table(), key.referenced());
  }

  private static Finding finding(
      StatementStep step, Alteration<AddColumn> added, Constraint constraint, String message) {
    List<Uncertainty> doubts = step.doubtsAbout(added.table());
    return INFO.finding(constraint.span(), Wording.with(message, doubts))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(new ConstraintAfterColumn(step, added).recipe());
  }
}
