package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.AlterAction.AttachPartition;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags a table that is read from end to end before it becomes a partition. */
public final class PartitionAttachedWithoutCheck implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("partition-attached-without-check"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.ERROR,
          "Attaching a partition reads all of it")
      .altering(AttachPartition.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return step.alterations(AttachPartition.class)
        .filter(attached -> attached.action().bound().isPresent())
        .flatMap(attached -> describe(step, attached).stream())
        .toList();
  }

  private static Optional<Finding> describe(
      StatementStep step, Alteration<AttachPartition> attached) {
    StatementImpact impact = step.impactOf(attached);
    PartitionedTable table = new PartitionedTable(step, attached.table());
    Optional<Relation> rest = table.scannedDefault(impact);
    ObjectName partition = attached.action().partition();
    boolean readsIt = step.before().mayHoldRows(partition)
        && impact.scans().stream().anyMatch(name -> isAnother(name, rest));
    if (!readsIt && rest.isEmpty()) {
      return Optional.empty();
    }
    String message = Stream.of(
            readsIt ? itself(partition, impact) : "",
            rest.map(PartitionAttachedWithoutCheck::ofRest).orElse(""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
    List<Uncertainty> doubts = Wording.both(
        readsIt ? impact.uncertain() : List.of(),
        readsIt ? step.doubtsAbout(partition) : List.of());
    return Optional.of(INFO.finding(attached.span(), Wording.with(message, doubts))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(recipe(step, attached, readsIt ? partition.toString() : "", rest)));
  }

  private static boolean isAnother(RelationName name, Optional<Relation> rest) {
    return rest.map(found -> !found.name().equals(name)).orElse(true);
  }

  private static String itself(ObjectName partition, StatementImpact impact) {
    return "Every row of %s is read to see that it fits%s, and nobody can read or write that table until then."
        .formatted(
            partition, impact.builds().isEmpty() ? "" : ", the indexes that it lacks are built");
  }

  private static String ofRest(Relation rest) {
    return "Every row of the default partition %s is read to see that none belongs into the new one, and nobody can read or write that partition until then."
        .formatted(rest.name());
  }

  private static List<String> recipe(
      StatementStep step,
      Alteration<AttachPartition> attached,
      String partition,
      Optional<Relation> rest) {
    PartitionedTable table = new PartitionedTable(step, attached.table());
    String bound =
        attached.action().bound().map(found -> step.sqlAt(found.span())).orElse("");
    String key = table.key();
    List<String> lines = new ArrayList<>();
    lines.add("-- a valid CHECK that says the same as %s spares the scan".formatted(bound));
    if (!partition.isEmpty()) {
      lines.addAll(checked(
          partition,
          Wording.named(attached.action().partition().name(), "bound"),
          "%s IS NOT NULL AND %s >= … AND %s < …".formatted(key, key, key)));
    }
    rest.ifPresent(found -> lines.addAll(checked(
        found.name().toString(),
        Wording.named(found.name().name(), "rest"),
        "%s IS NOT NULL AND (%s < … OR %s >= …)".formatted(key, key, key))));
    lines.add("-- then, with nothing left to read");
    lines.addAll(Wording.ended(step.sql()));
    return lines;
  }

  private static List<String> checked(String table, String name, String condition) {
    return List.of(
        "ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s) NOT VALID;".formatted(table, name, condition),
        "-- in a later transaction",
        "ALTER TABLE %s VALIDATE CONSTRAINT %s;".formatted(table, name));
  }
}
