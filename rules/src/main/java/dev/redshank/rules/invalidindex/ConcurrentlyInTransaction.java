package dev.redshank.rules.invalidindex;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.TransactionState;
import dev.redshank.core.migration.Tool;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.AlterAction.DetachPartition;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.Reindex;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags concurrent index work where a transaction is open: PostgreSQL refuses to start it. */
public final class ConcurrentlyInTransaction implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("concurrently-in-transaction"),
          FailureMode.INVALID_INDEX,
          Severity.ERROR,
          "CONCURRENTLY inside a transaction never starts")
      .at(MigrationEnd.class)
      .having(CreateIndex.class, DropObjects.class, Reindex.class)
      .havingAltered(DetachPartition.class)
      .covers("ban-concurrent-index-creation-in-transaction");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(MigrationEnd end) {
    return end.steps().stream()
        .filter(step -> step.transaction().open())
        .filter(NotAlone.in(end).negate())
        .flatMap(step -> ConcurrentWork.of(step).map(work -> describe(step, work)).stream())
        .toList();
  }

  private static Finding describe(StatementStep step, ConcurrentWork work) {
    String message = "%s fails here (25001) and takes the migration with it: %s."
        .formatted(work.words(), whoOpened(step));
    return INFO.finding(step.statement().span(), message).withRecipe(recipe(step));
  }

  private static String whoOpened(StatementStep step) {
    TransactionState transaction = step.transaction();
    if (!step.enclosures().isEmpty()) {
      return "a DO block is always inside a transaction";
    }
    if (transaction.byRunner()) {
      String runner = step.migration().tool() == Tool.FLYWAY ? "Flyway" : "the runner";
      return runner + " puts the whole file into one transaction";
    }
    return "a transaction is open";
  }

  private static List<String> recipe(StatementStep step) {
    List<String> lines = new ArrayList<>();
    if (step.migration().tool() == Tool.FLYWAY) {
      lines.add(
          "-- in a migration of its own, with executeInTransaction=false in its .sql.conf file");
    } else {
      lines.add("-- in a migration of its own, outside a transaction");
    }
    lines.addAll(Wording.ended(step.sql()));
    return lines;
  }
}
