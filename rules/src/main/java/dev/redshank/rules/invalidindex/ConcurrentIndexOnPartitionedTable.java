package dev.redshank.rules.invalidindex;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.rules.lockqueuefreeze.PartitionedIndex;
import java.util.List;

/** Flags an index built concurrently on a partitioned table, which PostgreSQL refuses. */
public final class ConcurrentIndexOnPartitionedTable implements Rule {
  private static final String NOT_SUPPORTED = "0A000";

  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("concurrent-index-on-partitioned-table"),
          FailureMode.INVALID_INDEX,
          Severity.ERROR,
          "CREATE INDEX CONCURRENTLY refuses a partitioned table")
      .about(CreateIndex.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return step
        .as(CreateIndex.class)
        .filter(index -> index.concurrently() && !step.transaction().open() && isRefused(step))
        .map(index -> describe(step, index))
        .stream()
        .toList();
  }

  private static boolean isRefused(StatementStep step) {
    return step.impact()
        .failure()
        .filter(failure -> failure.sqlState().equals(NOT_SUPPORTED))
        .isPresent();
  }

  private static Finding describe(StatementStep step, CreateIndex index) {
    String message =
        "This fails (0A000): %s is partitioned, and PostgreSQL builds no index on a partitioned table concurrently."
            .formatted(index.table());
    return INFO.finding(index.table().span(), message)
        .withRecipe(new PartitionedIndex(step, index).recipe());
  }
}
