package dev.redshank.core.schema;

import dev.redshank.core.statement.Persistence;
import java.util.Optional;
import org.pcollections.PMap;
import org.pcollections.PVector;

/**
 * A table, view or the like as the migrations so far describe it.
 *
 * @param columns by name
 * @param constraints by name
 * @param indexes the indexes on it
 * @param partitionOf the table that it is a partition of
 * @param partitions its partitions
 * @param referencedBy the tables whose foreign keys refer to it
 * @param shapeKnown whether {@code columns} and {@code constraints} are all there are; false after LIKE of an unknown table,
 *     for the result of a query, or when a statement on it was not understood
 * @param since when it was made
 * @param maybeOlder made by IF NOT EXISTS while nobody knows whether it existed
 * @param madeAt where
 */
public record Relation(
    RelationName name,
    RelationKind kind,
    Persistence persistence,
    PMap<String, Column> columns,
    PMap<String, TableConstraint> constraints,
    PVector<RelationName> indexes,
    Optional<RelationName> partitionOf,
    PVector<RelationName> partitions,
    PVector<RelationName> referencedBy,
    boolean shapeKnown,
    Era since,
    boolean maybeOlder,
    Optional<Place> madeAt) {
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
}
