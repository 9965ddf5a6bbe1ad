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
import dev.redshank.core.statement.AlterAction.DetachPartition;
import dev.redshank.rules.words.Wording;
import java.util.List;

/** Flags DETACH PARTITION where everybody who uses the whole table queues behind it. */
public final class PartitionDetachedWithoutConcurrently implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("partition-detached-without-concurrently"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.WARNING,
          "Detaching a partition locks the whole table")
      .altering(DetachPartition.class)
      .covers("require-concurrent-partition-detach");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return step.alterations(DetachPartition.class)
        .filter(detach -> !detach.action().concurrently() && !detach.action().finalizes())
        .filter(detach -> new PartitionedTable(step, detach.table()).isInUse())
        .map(detach -> describe(step, detach))
        .toList();
  }

  private static Finding describe(StatementStep step, Alteration<DetachPartition> detach) {
    String message =
        "Until DETACH PARTITION gets its lock on %s, every query of the table queues behind it, SELECT too."
            .formatted(detach.table());
    List<Uncertainty> doubts = step.doubtsAbout(detach.table());
    return INFO.finding(detach.span(), Wording.with(message, doubts))
        .withLocks(step.blockedTables())
        .withUncertain(doubts)
        .withRecipe(recipe(step, detach));
  }

  private static List<String> recipe(StatementStep step, Alteration<DetachPartition> detach) {
    String sql = "ALTER TABLE %s DETACH PARTITION %s"
        .formatted(detach.table(), detach.action().partition());
    PartitionedTable table = new PartitionedTable(step, detach.table());
    if (table.defaultPartition().isPresent()) {
      return List.of(
          "-- beside a default partition CONCURRENTLY is refused (55000): a short try, and another when it times out",
          "SET lock_timeout = '2s';",
          sql + ";");
    }
    return List.of(
        "-- outside a transaction, without lock_timeout and statement_timeout",
        sql + " CONCURRENTLY;",
        "-- when it was cut off: " + sql + " FINALIZE;");
  }
}
