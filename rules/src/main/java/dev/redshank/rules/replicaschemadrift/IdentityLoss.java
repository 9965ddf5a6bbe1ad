package dev.redshank.rules.replicaschemadrift;

import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.schema.Index;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaView;
import dev.redshank.core.schema.TableConstraint;
import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterAction.DropColumn;
import dev.redshank.core.statement.AlterAction.DropConstraint;
import dev.redshank.core.statement.AlterAction.ReplicaIdentity;
import dev.redshank.core.statement.AlterAction.SetReplicaIdentity;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Persistence;
import dev.redshank.core.text.Span;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A statement that takes a table's replica identity.
 *
 * @param reason why the rows are not identified any more
 */
record IdentityLoss(StatementStep step, ObjectName table, Span span, String reason) {
  /** What PostgreSQL calls a primary key that has no name of its own ends like this. */
  private static final String USUAL_KEY = "_pkey";

  static Stream<IdentityLoss> in(StatementStep step) {
    Stream<IdentityLoss> altered = step.alterations(AlterAction.class)
        .filter(alteration -> step.before().mayBeInUse(alteration.table()))
        .flatMap(alteration -> of(step, alteration).stream());
    Stream<IdentityLoss> dropped = step.as(DropObjects.class).stream()
        .filter(drop -> drop.target() == ObjectKind.INDEX)
        .flatMap(drop -> drop.names().stream())
        .flatMap(name -> ofIndex(step, name).stream());
    return Stream.concat(altered, dropped);
  }

  private static Optional<IdentityLoss> of(StatementStep step, Alteration<AlterAction> alteration) {
    ObjectName table = alteration.table();
    Optional<Relation> relation = step.before().relation(table);
    AlterAction action = alteration.action();
    if (action instanceof SetReplicaIdentity set) {
      return set.identity() == ReplicaIdentity.NOTHING
          ? Optional.of(
              new IdentityLoss(step, table, set.span(), "REPLICA IDENTITY NOTHING names no column"))
          : Optional.empty();
    }
    boolean takes = (action instanceof DropConstraint drop && takesIdentity(relation, drop))
        || (action instanceof DropColumn column
            && isInIdentity(relation, column.column().name()));
    String reason = "nothing identifies its rows any more";
    return takes
        ? Optional.of(new IdentityLoss(step, table, action.span(), reason))
        : Optional.empty();
  }

  private static boolean takesIdentity(Optional<Relation> relation, DropConstraint drop) {
    String name = drop.constraint().name();
    if (relation.isEmpty()
        || (!relation.get().shapeKnown() && relation.get().primaryKey().isEmpty())) {
      return name.endsWith(USUAL_KEY);
    }
    return switch (relation.get().replicaIdentity()) {
      case DEFAULT ->
        relation.get().constraint(name).map(TableConstraint::isPrimaryKey).orElse(false);
      case INDEX -> relation.get().replicaIndex().equals(Optional.of(name));
      case FULL, NOTHING -> false;
    };
  }

  private static boolean isInIdentity(Optional<Relation> relation, String column) {
    return relation
        .filter(found -> found.replicaIdentity() == ReplicaIdentity.DEFAULT)
        .flatMap(Relation::primaryKey)
        .map(key -> key.columns().contains(column))
        .orElse(false);
  }

  private static Optional<IdentityLoss> ofIndex(StatementStep step, ObjectName name) {
    Optional<Index> index = step.before().state().index(name);
    return index
        .map(Index::table)
        .map(table -> new ObjectName(Optional.of(table.schema()), table.name(), name.span()))
        .filter(table -> step.before().mayBeInUse(table))
        .filter(table -> isReplicaIndex(step, table, index.orElseThrow().name().name()))
        .map(table ->
            new IdentityLoss(step, table, name.span(), "its REPLICA IDENTITY index is gone"));
  }

  private static boolean isReplicaIndex(StatementStep step, ObjectName table, String index) {
    return step.before()
        .relation(table)
        .filter(relation -> relation.replicaIdentity() == ReplicaIdentity.INDEX)
        .flatMap(Relation::replicaIndex)
        .map(index::equals)
        .orElse(false);
  }

  /** Whether a table that is still there and reaches replicas has nothing that identifies its rows. */
  static boolean lacksIdentity(RelationName name, SchemaView after) {
    Optional<Relation> relation = after.state().relation(name);
    if (relation.isEmpty() || relation.get().persistence() != Persistence.PERMANENT) {
      return false;
    }
    Relation table = relation.get();
    return switch (table.replicaIdentity()) {
      case DEFAULT -> table.primaryKey().isEmpty();
      case INDEX -> table.replicaIndex().filter(index -> isThere(table, index)).isEmpty();
      case FULL -> false;
      case NOTHING -> true;
    };
  }

  private static boolean isThere(Relation table, String index) {
    return table.indexes().stream().anyMatch(found -> found.name().equals(index));
  }

  List<String> recipe() {
    List<String> lines = new ArrayList<>();
    lines.add("BEGIN;");
    lines.add("-- or USING INDEX, with a unique index over columns that are NOT NULL");
    lines.add("ALTER TABLE %s REPLICA IDENTITY FULL;".formatted(table));
    lines.addAll(Wording.ended(step.sql()));
    lines.add("COMMIT;");
    return lines;
  }
}
