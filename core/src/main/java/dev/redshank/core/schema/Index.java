package dev.redshank.core.schema;

import java.util.List;
import java.util.Optional;

/**
 * An index.
 *
 * @param columns its key columns that are plain, in order
 * @param hasExpressions whether a key is an expression, so that {@code columns} are not all of it
 * @param partial whether it has a WHERE
 * @param maybeInvalid built CONCURRENTLY with IF NOT EXISTS, or ON ONLY a partitioned table
 * @param constraint the constraint that it belongs to
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
    Place madeAt) {
  public Index {
    columns = List.copyOf(columns);
  }
}
