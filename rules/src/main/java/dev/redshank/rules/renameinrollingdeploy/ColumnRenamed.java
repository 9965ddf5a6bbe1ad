package dev.redshank.rules.renameinrollingdeploy;

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
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.Column;
import dev.redshank.core.statement.AlterAction.RenameColumn;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;

/** Flags a column whose old name the running application still uses. */
public final class ColumnRenamed implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("column-renamed"),
          FailureMode.RENAME_IN_ROLLING_DEPLOY,
          Severity.WARNING,
          "Column renamed under the running application")
      .alsoIn(FailureMode.REPLICA_SCHEMA_DRIFT)
      .at(TransactionEnd.class)
      .havingAltered(RenameColumn.class)
      .covers("renaming-column");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(TransactionEnd end) {
    if (!end.committed() || end.migration().direction() == Direction.DOWN) {
      return List.of();
    }
    return end.steps().stream()
        .flatMap(step -> step.alterations(RenameColumn.class)
            .filter(renamed -> step.before().isOld(renamed.table()))
            .filter(renamed -> !isNew(step, renamed))
            .filter(renamed ->
                !end.leavesColumn(step, renamed.table(), renamed.action().from()))
            .map(renamed -> describe(step, renamed)))
        .toList();
  }

  /** A column that this deploy made is not in use yet. */
  private static boolean isNew(StatementStep step, Alteration<RenameColumn> renamed) {
    return step.before()
        .relation(renamed.table())
        .flatMap(table -> table.column(renamed.action().from().name()))
        .map(Column::since)
        .map(since -> since.ageAt(step.before().now()).isNew())
        .orElse(false);
  }

  private static Finding describe(StatementStep step, Alteration<RenameColumn> renamed) {
    ObjectName table = renamed.table();
    List<Uncertainty> doubts = step.doubtsAbout(table);
    String message =
        "Every query that still says %s.%s fails (42703) from this commit until the last old instance of the application is gone."
            .formatted(table, renamed.action().from());
    return INFO.finding(renamed.span(), Wording.with(message, doubts))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(recipe(step, renamed));
  }

  private static List<String> recipe(StatementStep step, Alteration<RenameColumn> renamed) {
    ObjectName table = renamed.table();
    Identifier from = renamed.action().from();
    Identifier to = renamed.action().to();
    Optional<Column> column =
        step.before().relation(table).flatMap(found -> found.column(from.name()));
    String type = column.flatMap(Column::type).map(Object::toString).orElse("TYPE");
    return List.of(
        "-- expand: the new column beside the old one",
        "ALTER TABLE %s ADD COLUMN %s %s;".formatted(table, to, type),
        "-- the application writes both; copy %s to %s in batches; the application reads %s"
            .formatted(from, to, to),
        "-- contract, in a later deploy:",
        "ALTER TABLE %s DROP COLUMN %s;".formatted(table, from));
  }
}
