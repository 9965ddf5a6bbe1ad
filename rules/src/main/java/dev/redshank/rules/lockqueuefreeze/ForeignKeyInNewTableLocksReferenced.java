package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.Place;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.AlterAction.AddConstraint;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.Constraint.ForeignKey;
import dev.redshank.core.statement.CreateTable;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a new table's foreign key whose lock on a table in use outlasts long work. */
public final class ForeignKeyInNewTableLocksReferenced implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("foreign-key-in-new-table-locks-referenced"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.WARNING,
          "New table keeps the table it refers to locked")
      .at(TransactionEnd.class)
      .having(CreateTable.class)
      .havingAltered(AddConstraint.class)
      .alsoIn(FailureMode.MIGRATION_DEADLOCK);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(TransactionEnd end) {
    List<Reference> references = end.steps().stream()
        .flatMap(ForeignKeyInNewTableLocksReferenced::references)
        .toList();
    if (references.isEmpty()) {
      return List.of();
    }
    return end.steps().stream()
        .flatMap(step -> describe(step, references).stream())
        .limit(1)
        .toList();
  }

  private static Optional<Finding> describe(StatementStep step, List<Reference> references) {
    int start = step.statement().span().start();
    Optional<Reference> first = references.stream()
        .filter(reference -> reference.step().statement().span().start() < start)
        .findFirst();
    return first.flatMap(found -> LongWork.of(step).map(work -> finding(found, step, work)));
  }

  private static Finding finding(Reference reference, StatementStep step, String work) {
    ObjectName referenced = reference.referenced();
    String message =
        "The foreign key locks %s against writes until this transaction ends, and the %s behind it takes as long as there are rows."
            .formatted(referenced, work);
    List<Uncertainty> doubts = reference.step().doubtsAbout(referenced);
    Place place = new Place(step.migration().path(), step.statement().span());
    return INFO.finding(referenced.span(), Wording.with(message, doubts))
        .withLocks(reference.step().blockedTables())
        .withUncertain(doubts)
        .withRelated(List.of(
            new RelatedPlace(place, "until this is done, writes to %s wait".formatted(referenced))))
        .withRecipe(List.of(
            "-- the table without its foreign key first, then the %s".formatted(work),
            "-- the key last, in a transaction of its own",
            "SET lock_timeout = '2s';",
            "ALTER TABLE %s ADD FOREIGN KEY (%s) REFERENCES %s NOT VALID;"
                .formatted(reference.table(), reference.columns(), referenced),
            "-- then VALIDATE CONSTRAINT, in another"));
  }

  private static Stream<Reference> references(StatementStep step) {
    Stream<Reference> made = step.as(CreateTable.class).stream()
        .flatMap(create -> create.allConstraints().stream()
            .flatMap(constraint -> reference(step, create.name(), constraint)));
    Stream<Reference> added = step.alterations(AddConstraint.class)
        .filter(alteration -> !step.before().isOld(alteration.table()))
        .flatMap(alteration ->
            reference(step, alteration.table(), alteration.action().constraint()));
    return Stream.concat(made, added);
  }

  private static Stream<Reference> reference(
      StatementStep step, ObjectName table, Constraint constraint) {
    if (!(constraint instanceof ForeignKey key)) {
      return Stream.empty();
    }
    RelationName other = step.resolve(key.referenced());
    boolean locked =
        step.blockedTables().stream().anyMatch(lock -> lock.relation().equals(other));
    return locked ? Stream.of(new Reference(step, table, key)) : Stream.empty();
  }

  /** A foreign key of a new table to one in use. */
  private record Reference(StatementStep step, ObjectName table, ForeignKey key) {
    ObjectName referenced() {
      return key.referenced();
    }

    String columns() {
      return String.join(", ", key.columns().stream().map(Identifier::toString).toList());
    }
  }
}
