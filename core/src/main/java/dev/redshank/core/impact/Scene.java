package dev.redshank.core.impact;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.schema.Index;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.LockTable;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Persistence;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.Truncate;
import dev.redshank.core.statement.Update;
import dev.redshank.core.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One part of a statement, with all that decides what it does.
 *
 * @param part the statement itself, an action, a constraint …
 * @param named the relation that it is about, as written
 * @param pictureAfter the database after the whole statement
 */
record Scene<P>(
    P part,
    Statement statement,
    ObjectName named,
    Situation situation,
    Supplier<SchemaState> pictureAfter) {
  /** The same place, looked at for another part. */
  <Q> Scene<Q> of(Q other) {
    return new Scene<>(other, statement, named, situation, pictureAfter);
  }

  SchemaState state() {
    return situation.schema().state();
  }

  PgVersion postgres() {
    return situation.postgres();
  }

  /** Whether a transaction block is open, so that the statement cannot commit by itself. */
  boolean inTransaction() {
    return situation.transaction().open() || situation.transaction().implicit();
  }

  /** The name of the relation or index that it is about. */
  RelationName target() {
    return resolve(named);
  }

  RelationName resolve(ObjectName name) {
    Optional<Relation> relation = state().relation(name);
    if (relation.isPresent()) {
      return relation.get().name();
    }
    Optional<Index> index = state().index(name);
    return index.isPresent() ? index.get().name() : state().resolve(name);
  }

  /** The relation, where the migrations so far describe it. */
  Optional<Relation> relation() {
    return state().relation(named);
  }

  /** The index, where the migrations so far describe it. */
  Optional<Index> index() {
    return state().index(named);
  }

  /** The table of the index that it is about, where that is known. */
  Optional<Relation> tableOfIndex() {
    return index().flatMap(index -> state().relation(index.table()));
  }

  /** Whether the migrations made the relation, so that its columns, constraints and partitions are known. */
  boolean isDescribed() {
    Optional<Relation> relation = relation();
    return relation.isPresent() && relation.get().isMade() && relation.get().shapeKnown();
  }

  /** Whether the migrations made the view: the columns of a query are not known. */
  boolean isDescribedView() {
    return relation().map(Relation::isMade).orElse(false);
  }

  boolean isKind(RelationKind kind) {
    Optional<Relation> relation = relation();
    return relation.isPresent() && relation.get().kind() == kind;
  }

  /** Whether it leaves partitions and children alone. */
  boolean only() {
    if (statement instanceof Truncate truncate) {
      return truncate.only().contains(named);
    }
    if (statement instanceof LockTable lock) {
      return lock.only().contains(named);
    }
    if (part instanceof Update update) {
      return update.only();
    }
    if (part instanceof Delete delete) {
      return delete.only();
    }
    if (part instanceof Merge merge) {
      return merge.only();
    }
    return statement instanceof AlterTable alter && alter.only();
  }

  /** The relation and, without ONLY, everything below it. */
  Collection<RelationName> tree() {
    return only() ? List.of(target()) : below(target());
  }

  /** A relation with its partitions and children, and theirs. */
  Collection<RelationName> below(RelationName root) {
    Optional<Relation> top = state().relation(root);
    if (top.isEmpty()
        || (top.get().partitions().isEmpty() && top.get().inheritedBy().isEmpty())) {
      return List.of(root);
    }
    Set<RelationName> found = new LinkedHashSet<>();
    Deque<RelationName> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      RelationName name = open.remove();
      Optional<Relation> relation = found.add(name) ? state().relation(name) : Optional.empty();
      if (relation.isPresent()) {
        open.addAll(relation.get().partitions());
        open.addAll(relation.get().inheritedBy());
      }
    }
    return found;
  }

  /** A relation with its partitions, and theirs; what merely inherits from it is left out. */
  Collection<RelationName> withPartitions(RelationName root) {
    return Relations.isPartitioned(state(), root) ? below(root) : List.of(root);
  }

  /** The tables that a relation is a partition of, the nearest first. */
  List<RelationName> above(RelationName partition) {
    List<RelationName> found = new ArrayList<>();
    Optional<RelationName> next = state().relation(partition).flatMap(Relation::partitionOf);
    while (next.isPresent() && !found.contains(next.get())) {
      found.add(next.get());
      next = state().relation(next.get()).flatMap(Relation::partitionOf);
    }
    return found;
  }

  /** Those that have rows of their own: a partitioned table has none. */
  List<RelationName> storing(Collection<RelationName> names) {
    List<RelationName> storing = new ArrayList<>(names.size());
    for (RelationName name : names) {
      if (stores(name)) {
        storing.add(name);
      }
    }
    return storing;
  }

  private boolean stores(RelationName name) {
    Optional<Relation> relation = state().relation(name);
    return relation.isEmpty()
        || relation.get().kind() == RelationKind.TABLE
        || relation.get().kind() == RelationKind.MATERIALIZED_VIEW;
  }

  /** The known indexes on relations that have rows of their own. */
  List<Index> indexesOn(Collection<RelationName> names) {
    List<Index> indexes = new ArrayList<>();
    for (RelationName name : storing(names)) {
      indexes.addAll(state().indexesOn(name));
    }
    return indexes;
  }

  /** A name that finds exactly this relation. */
  static ObjectName asWritten(RelationName name) {
    return new ObjectName(Optional.of(name.schema()), name.name(), new Span(0, 0));
  }

  /** Whether the target is known to be unlogged or temporary after the statement. */
  boolean endsUnlogged() {
    return after()
        .relation(target())
        .map(each -> each.persistence() != Persistence.PERMANENT)
        .orElse(false);
  }

  /** The picture after the statement. */
  SchemaState after() {
    return pictureAfter.get();
  }
}
