package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.impact.TableLock;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.statement.AlterAction.AddConstraint;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A constraint that is added to a table with rows. */
record AddedConstraint<C extends Constraint>(
    StatementStep step, Alteration<AddConstraint> alteration, C constraint) {
  /** Those of a kind. */
  static <C extends Constraint> Stream<AddedConstraint<C>> in(StatementStep step, Class<C> kind) {
    return step.alterations(AddConstraint.class)
        .filter(added -> kind.isInstance(added.action().constraint()))
        .filter(added -> step.before().mayHoldRows(added.table()))
        .map(
            added -> new AddedConstraint<>(step, added, kind.cast(added.action().constraint())));
  }

  ObjectName table() {
    return alteration.table();
  }

  /** Whether it is believed without a look at the rows. */
  boolean isUnchecked() {
    return constraint.traits().notValid() || constraint.traits().notEnforced();
  }

  boolean isOnPartitionedTable() {
    return relation()
        .map(found -> found.kind() == RelationKind.PARTITIONED_TABLE)
        .orElse(false);
  }

  Optional<Relation> relation() {
    return step.before().relation(table());
  }

  /** What the migrations do not settle about its table and what it does to it. */
  List<Uncertainty> doubts() {
    return Wording.both(step.impactOf(alteration).uncertain(), step.doubtsAbout(table()));
  }

  /** Its locks that reads or writes wait for. */
  List<TableLock> locks() {
    return step.impactOf(alteration).locks().stream()
        .filter(lock -> lock.mode().blocksWrites())
        .toList();
  }

  /** Its name as written, or the one that PostgreSQL would choose. */
  String name(String suffix) {
    if (constraint.name().isPresent()) {
      return constraint.name().get().toString();
    }
    List<String> parts = new ArrayList<>();
    parts.add(table().name());
    constraint.columns().forEach(column -> parts.add(column.name()));
    parts.add(suffix);
    return Wording.named(parts.toArray(String[]::new));
  }

  /** Its columns as SQL lists them. */
  String columns() {
    return "("
        + String.join(
            ", ", constraint.columns().stream().map(Identifier::toString).toList())
        + ")";
  }

  /** The constraint as written, with a name. */
  String definition(String suffix) {
    String written = step.sqlAt(constraint.span());
    return constraint.name().isPresent() ? written : "CONSTRAINT " + name(suffix) + " " + written;
  }

  /** Adding it unchecked to {@code table}, and checking it while others work. */
  List<String> validatedLater(String table, String suffix) {
    return List.of(
        "ALTER TABLE %s ADD %s NOT VALID;".formatted(table, definition(suffix)),
        "-- in a later transaction; reads and writes go on",
        "ALTER TABLE %s VALIDATE CONSTRAINT %s;".formatted(table, name(suffix)));
  }
}
