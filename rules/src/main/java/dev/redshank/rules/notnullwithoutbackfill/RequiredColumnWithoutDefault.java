package dev.redshank.rules.notnullwithoutbackfill;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.UserType;
import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.ColumnDefinition;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.RowFilter;
import dev.redshank.core.statement.SqlExpression;
import dev.redshank.core.statement.TypeName;
import dev.redshank.rules.words.Batches;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Flags a column that must have a value and gives none to the rows that are there. */
public final class RequiredColumnWithoutDefault implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("required-column-without-default"),
          FailureMode.NOT_NULL_WITHOUT_BACKFILL,
          Severity.ERROR,
          "NOT NULL column without a default fails on rows")
      .alsoIn(FailureMode.RENAME_IN_ROLLING_DEPLOY)
      .at(TransactionEnd.class)
      .havingAltered(AddColumn.class)
      .covers("adding-required-field");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(TransactionEnd end) {
    List<Finding> findings = new ArrayList<>();
    Set<RelationName> emptied = new HashSet<>();
    for (StatementStep step : end.steps()) {
      emptied.addAll(emptiedBy(step));
      step.alterations(AddColumn.class)
          .filter(added -> step.before().mayHoldRows(added.table()))
          .filter(added -> !emptied.contains(step.resolve(added.table())))
          .filter(added -> isRequired(step, added.action().column()) && !exists(step, added))
          .forEach(added -> findings.add(describe(step, added)));
    }
    return findings;
  }

  /** The table without rows after a DELETE, until the transaction ends. */
  private static List<RelationName> emptiedBy(StatementStep step) {
    return step.as(Delete.class).stream()
        .filter(
            delete -> delete.filter() == RowFilter.NONE || delete.filter() == RowFilter.ALWAYS_TRUE)
        .map(delete -> step.resolve(delete.table()))
        .toList();
  }

  private static boolean isRequired(StatementStep step, ColumnDefinition column) {
    boolean valued = column.defaultValue().map(value -> !value.isNull()).orElse(false)
        || column.generated().isPresent()
        || column.identity().isPresent()
        || column.type().map(type -> type.isSerial() || isDomain(step, type)).orElse(false);
    return column.notNull() && !valued;
  }

  /** A domain may bring a default of its own. */
  private static boolean isDomain(StatementStep step, TypeName type) {
    return step.before()
        .state()
        .type(type.name())
        .map(found -> found.form() == UserType.Form.DOMAIN)
        .orElse(false);
  }

  /** IF NOT EXISTS of a column that is there does nothing. */
  private static boolean exists(StatementStep step, Alteration<AddColumn> added) {
    return added.action().ifNotExists()
        && step.before()
            .relation(added.table())
            .flatMap(table -> table.column(added.action().column().name().name()))
            .isPresent();
  }

  private static Finding describe(StatementStep step, Alteration<AddColumn> added) {
    ColumnDefinition column = added.action().column();
    List<Uncertainty> doubts = step.doubtsAbout(added.table());
    String message =
        "This fails (23502) as soon as %s holds a row: nothing gives the rows that are there a value for %s."
            .formatted(added.table(), column.name());
    return INFO.finding(column.name().span(), Wording.with(message, doubts))
        .withUncertain(doubts)
        .withRecipe(recipe(step, added.table(), column));
  }

  private static List<String> recipe(
      StatementStep step, ObjectName table, ColumnDefinition column) {
    String type = column.type().map(Object::toString).orElse("");
    String name = column.name().toString();
    String value = column
        .defaultValue()
        .filter(found -> !found.isNull())
        .map(SqlExpression::sql)
        .orElse("…");
    List<String> lines = new ArrayList<>();
    lines.add("-- with a constant that fits the rows that are there, nothing is rewritten:");
    lines.add(
        "ALTER TABLE %s ADD COLUMN %s %s NOT NULL DEFAULT %s;".formatted(table, name, type, value));
    lines.add("-- or step by step; the application writes it before the old rows are filled:");
    lines.add("ALTER TABLE %s ADD COLUMN %s %s;".formatted(table, name, type));
    String head = "UPDATE %s SET %s = %s WHERE %s IS NULL AND".formatted(table, name, value, name);
    lines.addAll(Batches.over(step, table, head));
    lines.add("-- then NOT NULL by way of CHECK … NOT VALID, VALIDATE and SET NOT NULL");
    return lines;
  }
}
