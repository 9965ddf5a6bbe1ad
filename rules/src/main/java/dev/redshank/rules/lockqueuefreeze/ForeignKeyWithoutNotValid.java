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
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.AlterAction.AddConstraint;
import dev.redshank.core.statement.Constraint.ForeignKey;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a foreign key that is held against every row while nobody can write either table. */
public final class ForeignKeyWithoutNotValid implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("foreign-key-without-not-valid"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.ERROR,
          "Foreign key reads the whole table under a lock")
      .altering(AddConstraint.class)
      .covers("adding-foreign-key-constraint", "constraint-missing-not-valid");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** Since 18 a partitioned table takes NOT VALID (release notes of 18, "Partitioning"). */
  private static final int NOT_VALID_WHEN_PARTITIONED = 18;

  private static final int SHOWN = 3;

  @Override
  public List<Finding> check(StatementStep step) {
    return AddedConstraint.in(step, ForeignKey.class)
        .flatMap(added -> describe(added).stream())
        .toList();
  }

  private static Optional<Finding> describe(AddedConstraint<ForeignKey> added) {
    if (added.isUnchecked()) {
      return added.step().impactOf(added.alteration()).failure().map(failure -> refused(added));
    }
    return isTakenOver(added) ? Optional.empty() : Optional.of(checking(added));
  }

  private static Finding checking(AddedConstraint<ForeignKey> added) {
    ObjectName referenced = added.constraint().referenced();
    RelationName table = added.step().resolve(added.table());
    boolean itself = added.step().resolve(referenced).equals(table);
    boolean both = !itself && added.step().before().mayHoldRows(referenced);
    String message = "Every row of %s is looked up in %s, and until that ends %s to %s wait."
        .formatted(
            added.table(),
            itself ? "the table itself" : referenced,
            waiting(added, table),
            both ? "both tables" : "it");
    List<Uncertainty> doubts = added.step().doubtsAbout(added.table());
    return INFO.finding(added.constraint().span(), Wording.with(message, doubts))
        .withLocks(added.locks())
        .withUncertain(added.doubts())
        .withRecipe(recipe(added));
  }

  /** An action beside it, such as DROP CONSTRAINT, may stop reads too. */
  private static String waiting(AddedConstraint<ForeignKey> added, RelationName table) {
    return added.step().blockingLocks().stream()
        .filter(lock -> lock.relation().equals(table))
        .map(lock -> Wording.waiting(lock.mode()))
        .findFirst()
        .orElse("writes");
  }

  private static Finding refused(AddedConstraint<ForeignKey> added) {
    String message =
        "NOT VALID fails here (42809): %s is partitioned, and such a table takes no foreign key unchecked before PostgreSQL 18."
            .formatted(added.table());
    return INFO.finding(added.constraint().span(), message)
        .withLocks(added.locks())
        .withRecipe(recipe(added));
  }

  /** Partitions' own keys that are equal and valid become its parts: no row is read again. */
  private static boolean isTakenOver(AddedConstraint<ForeignKey> added) {
    return added.isOnPartitionedTable()
        && partitions(added).findAny().isPresent()
        && added.step().impactOf(added.alteration()).scans().isEmpty();
  }

  private static Stream<Relation> partitions(AddedConstraint<ForeignKey> added) {
    return added.relation().stream()
        .flatMap(table -> table.partitions().stream().sorted())
        .flatMap(name -> added.step().before().state().relation(name).stream());
  }

  private static List<String> recipe(AddedConstraint<ForeignKey> added) {
    String table = added.table().toString();
    if (!added.isOnPartitionedTable()
        || added.step().postgres().atLeast(NOT_VALID_WHEN_PARTITIONED)) {
      return added.validatedLater(table, "fkey");
    }
    List<String> parts = partitions(added)
        .limit(SHOWN)
        .map(partition -> partition.name().toString())
        .toList();
    List<String> lines = new ArrayList<>();
    lines.add("-- for each partition");
    (parts.isEmpty() ? List.of("PARTITION") : parts)
        .forEach(part -> lines.addAll(added.validatedLater(part, "fkey")));
    lines.add(
        "-- then the table takes these over without reading a row, under an instant of ACCESS EXCLUSIVE on %s"
            .formatted(added.constraint().referenced()));
    lines.add("ALTER TABLE %s ADD %s;".formatted(table, added.definition("fkey")));
    return lines;
  }
}
