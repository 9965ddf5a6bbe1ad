package dev.redshank.rules.destructiverollback;

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
import dev.redshank.core.schema.Relation;
import dev.redshank.core.statement.AlterAction.DropColumn;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flags a column that goes with all its values, while the running application may still name it. */
public final class ColumnDropped implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("column-dropped"),
          FailureMode.DESTRUCTIVE_ROLLBACK,
          Severity.WARNING,
          "Column dropped with its values")
      .alsoIn(FailureMode.RENAME_IN_ROLLING_DEPLOY)
      .at(TransactionEnd.class)
      .havingAltered(DropColumn.class)
      .covers("ban-drop-column");

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
        .flatMap(step -> step.alterations(DropColumn.class)
            .filter(dropped -> step.before().mayBeInUse(dropped.table()))
            .filter(dropped -> mayBeInUse(step, dropped))
            .map(dropped -> describe(end, step, dropped)))
        .toList();
  }

  private static Optional<Column> column(StatementStep step, Alteration<DropColumn> dropped) {
    return step.before()
        .relation(dropped.table())
        .flatMap(table -> table.column(dropped.action().column().name()));
  }

  /** A column that this deploy made is not; nor is one that IF EXISTS does not find. */
  private static boolean mayBeInUse(StatementStep step, Alteration<DropColumn> dropped) {
    Optional<Column> column = column(step, dropped);
    if (column.isPresent()) {
      return !column.get().since().ageAt(step.before().now()).isNew();
    }
    boolean known =
        step.before().relation(dropped.table()).map(Relation::shapeKnown).orElse(false);
    return !(known && dropped.action().ifExists());
  }

  private static Finding describe(
      TransactionEnd end, StatementStep step, Alteration<DropColumn> dropped) {
    ObjectName table = dropped.table();
    Identifier column = dropped.action().column();
    List<Uncertainty> doubts = step.doubtsAbout(table);
    String words = end.leavesColumn(step, table, column)
        ? "%s.%s is dropped with its values and made anew without them, and no rollback brings them back."
        : "Every query that still says %s.%s fails (42703) from this commit until the last old instance of the application is gone, and no rollback brings its values back.";
    String message = words.formatted(table, column);
    return INFO.finding(column.span(), Wording.with(message, doubts))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(recipe(step, dropped));
  }

  private static List<String> recipe(StatementStep step, Alteration<DropColumn> dropped) {
    ObjectName table = dropped.table();
    Identifier column = dropped.action().column();
    boolean required = column(step, dropped)
        .map(found -> found.notNull() && !found.hasDefault())
        .orElse(false);
    List<String> lines = new ArrayList<>();
    if (required) {
      lines.add("-- first, so that the application can leave it out:");
      lines.add("ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL;".formatted(table, column));
    }
    lines.add("-- then a version of the application that does not name %s".formatted(column));
    lines.add("-- in a later deploy, when no older version runs:");
    lines.add("ALTER TABLE %s DROP COLUMN %s;".formatted(table, column));
    return lines;
  }
}
