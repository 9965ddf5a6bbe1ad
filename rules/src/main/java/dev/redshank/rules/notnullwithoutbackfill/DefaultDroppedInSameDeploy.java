package dev.redshank.rules.notnullwithoutbackfill;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.AlterAction.DropDefault;
import dev.redshank.core.statement.ColumnDefinition;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectName;
import java.util.List;

/** Flags a required column that loses its default before the application that leaves it out is gone. */
public final class DefaultDroppedInSameDeploy implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("default-dropped-in-same-deploy"),
          FailureMode.NOT_NULL_WITHOUT_BACKFILL,
          Severity.WARNING,
          "New NOT NULL column loses its default at once")
      .alsoIn(FailureMode.RENAME_IN_ROLLING_DEPLOY)
      .altering(DropDefault.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    if (step.migration().direction() == Direction.DOWN) {
      return List.of();
    }
    return step.alterations(DropDefault.class)
        .filter(dropped -> step.before().isOld(dropped.table()))
        .filter(dropped -> isAddedBefore(step, dropped) || isAddedBeside(dropped))
        .map(dropped -> describe(step, dropped))
        .toList();
  }

  private static boolean isAddedBefore(StatementStep step, Alteration<DropDefault> dropped) {
    return step.before()
        .relation(dropped.table())
        .flatMap(table -> table.column(dropped.action().column().name()))
        .filter(column -> column.notNull() && column.hasDefault())
        .map(column -> column.since().ageAt(step.before().now()).isNew())
        .orElse(false);
  }

  private static boolean isAddedBeside(Alteration<DropDefault> dropped) {
    return dropped.statement().actions().stream()
        .filter(AddColumn.class::isInstance)
        .map(action -> ((AddColumn) action).column())
        .filter(ColumnDefinition::notNull)
        .anyMatch(column -> column.name().equals(dropped.action().column()));
  }

  private static Finding describe(StatementStep step, Alteration<DropDefault> dropped) {
    ObjectName table = dropped.table();
    Identifier column = dropped.action().column();
    String message =
        "INSERTs into %s that leave out %s fail (23502) from this commit on, and every instance of the application that is older than this deploy leaves it out."
            .formatted(table, column);
    return INFO.finding(dropped.span(), message)
        .withLocks(step.blockingLocks())
        .withRecipe(List.of(
            "-- in a later deploy, when every instance of the application writes " + column,
            "ALTER TABLE %s ALTER COLUMN %s DROP DEFAULT;".formatted(table, column)));
  }
}
