package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.ObjectName;
import java.util.List;
import java.util.Optional;

/** Flags DROP TABLE of a partition, which locks the table that it is a part of. */
public final class PartitionDropped implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("partition-dropped"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.WARNING,
          "Dropping a partition locks the whole table")
      .about(DropObjects.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return step.as(DropObjects.class).filter(drop -> drop.target() == ObjectKind.TABLE).stream()
        .flatMap(drop -> drop.names().stream()
            .flatMap(name ->
                parent(step, drop, name).map(parent -> describe(step, name, parent)).stream()))
        .limit(1)
        .toList();
  }

  /** The table in use that stays when the partition goes. */
  private static Optional<RelationName> parent(
      StatementStep step, DropObjects drop, ObjectName partition) {
    return step.before()
        .relation(partition)
        .flatMap(Relation::partitionOf)
        .filter(step.before()::mayBeInUse)
        .filter(parent -> drop.names().stream().map(step::resolve).noneMatch(parent::equals));
  }

  private static Finding describe(StatementStep step, ObjectName partition, RelationName parent) {
    String message =
        "%s is a partition: until DROP TABLE gets its lock on all of %s, every query of that table queues behind it, SELECT too."
            .formatted(partition, parent);
    return INFO.finding(partition.span(), message)
        .withLocks(step.blockedTables())
        .withRecipe(List.of(
            "-- outside a transaction",
            "ALTER TABLE %s DETACH PARTITION %s CONCURRENTLY;".formatted(parent, partition),
            "-- then it is a table that nobody uses",
            "DROP TABLE %s;".formatted(partition)));
  }
}
