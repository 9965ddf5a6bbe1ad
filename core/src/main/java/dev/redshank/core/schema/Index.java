package dev.redshank.core.schema;

import java.util.List;
import java.util.Optional;

/**
 * An index.
 *
 * @param columns its key columns that are plain, in order
 * @param hasExpressions whether a key is an expression, so that {@code columns} are not all of it
 * @param partial whether it has a WHERE
 * @param maybeInvalid built CONCURRENTLY with IF NOT EXISTS, or ON ONLY a partitioned table whose partitions do not all have
 *     theirs attached
 * @param constraint the constraint that it belongs to
 * @param since when it was made
 * @param madeAt where
 * @param partitionOf the index of the partitioned table that it is a part of
 * @param attached how many partitions' indexes are parts of it
 * @param form what it looks like beyond its columns
 */
public record Index(
    RelationName name,
    RelationName table,
    boolean unique,
    List<String> columns,
    boolean hasExpressions,
    boolean partial,
    boolean maybeInvalid,
    Optional<String> constraint,
    Era since,
    Place madeAt,
    Optional<RelationName> partitionOf,
    int attached,
    IndexForm form) {
  public Index {
    columns = List.copyOf(columns);
  }

  /** Whether it makes sure that no two rows have the same {@link #columns()}. */
  public boolean isKey() {
    return unique && !partial && !hasExpressions && !maybeInvalid;
  }

  /** Whether a key, an included column, an expression or the predicate uses a column. */
  public boolean uses(String column) {
    return columns.contains(column) || form.words().contains(column);
  }

  Index named(RelationName other) {
    return new Index(
        other,
        table,
        unique,
        columns,
        hasExpressions,
        partial,
        maybeInvalid,
        constraint,
        since,
        madeAt,
        partitionOf,
        attached,
        form);
  }

  Index on(RelationName other) {
    return new Index(
        name,
        other,
        unique,
        columns,
        hasExpressions,
        partial,
        maybeInvalid,
        constraint,
        since,
        madeAt,
        partitionOf,
        attached,
        form);
  }

  Index forConstraint(Optional<String> other) {
    return new Index(
        name,
        table,
        unique,
        columns,
        hasExpressions,
        partial,
        maybeInvalid,
        other,
        since,
        madeAt,
        partitionOf,
        attached,
        form);
  }

  Index partOf(Optional<RelationName> parent) {
    return new Index(
        name,
        table,
        unique,
        columns,
        hasExpressions,
        partial,
        maybeInvalid,
        constraint,
        since,
        madeAt,
        parent,
        attached,
        form);
  }

  Index attached(int count, boolean maybeInvalid) {
    return new Index(
        name,
        table,
        unique,
        columns,
        hasExpressions,
        partial,
        maybeInvalid,
        constraint,
        since,
        madeAt,
        partitionOf,
        count,
        form);
  }

  Index columnRenamed(String from, String to) {
    return new Index(
        name,
        table,
        unique,
        renamed(columns, from, to),
        hasExpressions,
        partial,
        maybeInvalid,
        constraint,
        since,
        madeAt,
        partitionOf,
        attached,
        form.columnRenamed(from, to));
  }

  static List<String> renamed(List<String> names, String from, String to) {
    return names.contains(from)
        ? names.stream().map(name -> name.equals(from) ? to : name).toList()
        : names;
  }
}
