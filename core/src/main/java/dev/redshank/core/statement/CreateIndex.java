package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE INDEX}.
 *
 * @param method the access method, {@code btree} where none is written
 */
public record CreateIndex(
    Optional<ObjectName> name,
    boolean unique,
    boolean concurrently,
    boolean ifNotExists,
    ObjectName table,
    boolean only,
    String method,
    List<IndexKey> keys,
    List<Identifier> included,
    Optional<SqlExpression> predicate,
    Span span)
    implements Statement {
  public CreateIndex {
    keys = List.copyOf(keys);
    included = List.copyOf(included);
  }

  @Override
  public String kind() {
    return "CREATE INDEX";
  }

  /**
   * What an index is sorted by.
   *
   * @param column the column's name where the key is a plain column
   * @param expression the key as written, without operator class and order
   */
  public record IndexKey(Optional<Identifier> column, SqlExpression expression) {}

  /** The keys that are plain columns, in order. */
  public List<Identifier> columns() {
    return keys.stream().flatMap(key -> key.column().stream()).toList();
  }
}
