package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.statement.CreateTable;
import dev.redshank.core.statement.CreateTable.PartitionOf;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;

/** Flags CREATE TABLE … PARTITION OF, which locks the table that it becomes a part of. */
public final class PartitionCreatedInLiveTable implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("partition-created-in-live-table"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.WARNING,
          "Creating a partition locks the whole table")
      .about(CreateTable.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return step
        .as(CreateTable.class)
        .flatMap(create -> create.partitionOf().flatMap(part -> describe(step, create, part)))
        .stream()
        .toList();
  }

  private static Optional<Finding> describe(
      StatementStep step, CreateTable create, PartitionOf part) {
    PartitionedTable table = new PartitionedTable(step, part.parent());
    if (!table.isInUse() || step.blockedTables().isEmpty()) {
      return Optional.empty();
    }
    Optional<Relation> rest = table.scannedDefault(step.impact());
    String message = rest.isEmpty()
        ? "Until PARTITION OF gets its lock on %s, every query of the table queues behind it, SELECT too."
            .formatted(part.parent())
        : "Every row of the default partition %s is read while nobody can read or write %s."
            .formatted(rest.get().name(), part.parent());
    List<Uncertainty> doubts = step.doubtsAbout(part.parent());
    Finding finding = INFO.finding(part.parent().span(), Wording.with(message, doubts))
        .withLocks(step.blockedTables())
        .withUncertain(doubts)
        .withRecipe(recipe(step, create, part));
    return Optional.of(rest.isEmpty() ? finding : finding.withSeverity(Severity.ERROR));
  }

  private static List<String> recipe(StatementStep step, CreateTable create, PartitionOf part) {
    return List.of(
        "CREATE TABLE %s (LIKE %s INCLUDING DEFAULTS INCLUDING CONSTRAINTS);"
            .formatted(create.name(), part.parent()),
        "-- reads and writes of %s go on".formatted(part.parent()),
        "ALTER TABLE %s ATTACH PARTITION %s %s;"
            .formatted(part.parent(), create.name(), step.sqlAt(part.bound().span())));
  }
}
