package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.Optional;

/** A partitioned table as the migrations so far describe it. */
record PartitionedTable(StatementStep step, ObjectName name) {
  /** Whether it was there before this deploy, so that others use it. */
  boolean isInUse() {
    return step.before().mayBeInUse(name);
  }

  /** The partition for rows that no other takes, where it is known. */
  Optional<Relation> defaultPartition() {
    return relation().stream()
        .flatMap(table -> table.partitions().stream())
        .flatMap(partition -> step.before().state().relation(partition).stream())
        .filter(Relation::isDefaultPartition)
        .findFirst();
  }

  /** The default partition, when the statement reads it and it may hold rows. */
  Optional<Relation> scannedDefault(StatementImpact impact) {
    return defaultPartition()
        .filter(partition -> impact.scans().contains(partition.name()))
        .filter(partition -> step.before().mayHoldRows(partition.name()));
  }

  /** The column that decides which partition takes a row. */
  String key() {
    return relation().stream()
        .flatMap(table -> table.partitionKey().stream())
        .findFirst()
        .map(Wording::named)
        .orElse("key");
  }

  private Optional<Relation> relation() {
    return step.before().relation(name);
  }
}
