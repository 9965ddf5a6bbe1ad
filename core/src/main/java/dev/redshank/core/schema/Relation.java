package dev.redshank.core.schema;

import dev.redshank.core.statement.AlterAction.ReplicaIdentity;
import dev.redshank.core.statement.PartitionBound;
import dev.redshank.core.statement.Persistence;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * A table, view or the like as the migrations so far describe it. One that they only alter, because it is older than they are, is
 * described as far as they tell: {@link #isMade} is false, {@link #shapeKnown} too.
 *
 * @param columns by name, in order
 * @param constraints by name, in the order in which they were added
 * @param links the relations that it has to do with
 * @param features its triggers, policies, row level security and replica identity
 * @param shapeKnown whether {@code columns} and {@code constraints} are all there are; false after LIKE of an unknown table,
 *     for the result of a query, or when a statement on it was not understood
 * @param since when it was made, or first named
 * @param maybeOlder made by IF NOT EXISTS while nobody knows whether it existed, or not made by these migrations
 * @param madeAt where; empty when no migration so far made it
 * @param emptied when TRUNCATE emptied it, unless rows were copied into it since
 */
public record Relation(
    RelationName name,
    RelationKind kind,
    Persistence persistence,
    PMap<String, Column> columns,
    PMap<String, TableConstraint> constraints,
    RelationLinks links,
    TableFeatures features,
    boolean shapeKnown,
    Era since,
    boolean maybeOlder,
    Optional<Place> madeAt,
    Optional<Era> emptied) {

  /** A relation without columns that is made now. */
  static Relation made(
      RelationName name, RelationKind kind, Persistence persistence, Era since, Place madeAt) {
    return new Relation(
        name,
        kind,
        persistence,
        OrderedPMap.empty(),
        OrderedPMap.empty(),
        RelationLinks.NONE,
        TableFeatures.NONE,
        true,
        since,
        false,
        Optional.of(madeAt),
        Optional.empty());
  }

  /** A relation that the migrations name and never made. */
  static Relation glimpsed(RelationName name, RelationKind kind, Era since) {
    return new Relation(
        name,
        kind,
        Persistence.PERMANENT,
        OrderedPMap.empty(),
        OrderedPMap.empty(),
        RelationLinks.NONE,
        TableFeatures.NONE,
        false,
        since,
        true,
        Optional.empty(),
        Optional.empty());
  }

  /** Whether a migration made it; others are older, and only altered. */
  public boolean isMade() {
    return madeAt.isPresent();
  }

  /** Whether other sessions can see it: a temporary table belongs to one session. */
  public boolean isShared() {
    return persistence != Persistence.TEMPORARY;
  }

  /** Whether it has rows of its own or of its partitions. */
  public boolean storesRows() {
    return kind == RelationKind.TABLE
        || kind == RelationKind.PARTITIONED_TABLE
        || kind == RelationKind.MATERIALIZED_VIEW;
  }

  /** The indexes on it. */
  public Collection<RelationName> indexes() {
    return links.indexes().names();
  }

  /** The table that it is a partition of. */
  public Optional<RelationName> partitionOf() {
    return links.partitionOf();
  }

  /** The rows that it takes as a partition. */
  public Optional<PartitionBound> bound() {
    return links.bound();
  }

  /** Whether it is the partition for rows that no other takes. */
  public boolean isDefaultPartition() {
    return links.bound().map(PartitionBound::isDefault).orElse(false);
  }

  /** The plain columns that decide which of its partitions takes a row. */
  public List<String> partitionKey() {
    return links.partitionKey();
  }

  /** What a view reads. */
  public PSet<RelationName> reads() {
    return links.reads();
  }

  /** Those of {@link #reads} that a view reads without their partitions and children. */
  public PSet<RelationName> readsOnly() {
    return links.readsOnly();
  }

  /** Its partitions. */
  public PSet<RelationName> partitions() {
    return links.partitions();
  }

  /** The tables whose foreign keys refer to it. */
  public PSet<RelationName> referencedBy() {
    return links.referencedBy();
  }

  /** The tables that it inherits from, other than as a partition. */
  public PSet<RelationName> inherits() {
    return links.inherits();
  }

  /** The tables that inherit from it, other than as partitions. */
  public PSet<RelationName> inheritedBy() {
    return links.inheritedBy();
  }

  /** Its triggers by name. */
  public PMap<String, Trigger> triggers() {
    return features.triggers();
  }

  /** Its policies by name, and when each was made. */
  public PMap<String, Era> policies() {
    return features.policies();
  }

  /** Whether row level security is enabled. */
  public boolean rowSecurity() {
    return features.rowSecurity();
  }

  /** What identifies a row for logical replication. */
  public ReplicaIdentity replicaIdentity() {
    return features.replicaIdentity();
  }

  /** The index behind REPLICA IDENTITY USING INDEX. */
  public Optional<String> replicaIndex() {
    return features.replicaIndex();
  }

  /** A column, where it is known. */
  public Optional<Column> column(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  /** A constraint, where it is known. */
  public Optional<TableConstraint> constraint(String name) {
    return Optional.ofNullable(constraints.get(name));
  }

  /** The foreign key that makes the same demand as another table's: with this as its partition, the two can become one. */
  public Optional<TableConstraint> equalForeignKey(TableConstraint other) {
    return constraints.values().stream()
        .filter(constraint -> constraint.isEqualForeignKey(other))
        .findFirst();
  }

  /** The primary key, where one is known. */
  public Optional<TableConstraint> primaryKey() {
    return constraints.values().stream().filter(TableConstraint::isPrimaryKey).findFirst();
  }

  Relation named(RelationName other) {
    return new Relation(
        other,
        kind,
        persistence,
        columns,
        constraints,
        links,
        features,
        shapeKnown,
        since,
        maybeOlder,
        madeAt,
        emptied);
  }

  Relation ofKind(RelationKind other) {
    return new Relation(
        name,
        other,
        persistence,
        columns,
        constraints,
        links,
        features,
        shapeKnown,
        since,
        maybeOlder,
        madeAt,
        emptied);
  }

  Relation persisted(Persistence other) {
    return new Relation(
        name,
        kind,
        other,
        columns,
        constraints,
        links,
        features,
        shapeKnown,
        since,
        maybeOlder,
        madeAt,
        emptied);
  }

  Relation withColumns(PMap<String, Column> other) {
    return new Relation(
        name,
        kind,
        persistence,
        other,
        constraints,
        links,
        features,
        shapeKnown,
        since,
        maybeOlder,
        madeAt,
        emptied);
  }

  Relation with(Column column) {
    return withColumns(columns.plus(column.name(), column));
  }

  Relation withConstraints(PMap<String, TableConstraint> other) {
    return new Relation(
        name,
        kind,
        persistence,
        columns,
        other,
        links,
        features,
        shapeKnown,
        since,
        maybeOlder,
        madeAt,
        emptied);
  }

  Relation with(TableConstraint constraint) {
    return withConstraints(constraints.plus(constraint.name(), constraint));
  }

  Relation linked(UnaryOperator<RelationLinks> change) {
    return new Relation(
        name,
        kind,
        persistence,
        columns,
        constraints,
        change.apply(links),
        features,
        shapeKnown,
        since,
        maybeOlder,
        madeAt,
        emptied);
  }

  Relation featured(UnaryOperator<TableFeatures> change) {
    return new Relation(
        name,
        kind,
        persistence,
        columns,
        constraints,
        links,
        change.apply(features),
        shapeKnown,
        since,
        maybeOlder,
        madeAt,
        emptied);
  }

  Relation ofUnknownShape() {
    return new Relation(
        name,
        kind,
        persistence,
        columns,
        constraints,
        links,
        features,
        false,
        since,
        maybeOlder,
        madeAt,
        emptied);
  }

  Relation perhapsOlder() {
    return new Relation(
        name,
        kind,
        persistence,
        columns,
        constraints,
        links,
        features,
        shapeKnown,
        since,
        true,
        madeAt,
        emptied);
  }

  Relation emptied(Optional<Era> when) {
    return new Relation(
        name,
        kind,
        persistence,
        columns,
        constraints,
        links,
        features,
        shapeKnown,
        since,
        maybeOlder,
        madeAt,
        when);
  }
}
