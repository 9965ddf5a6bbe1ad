package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/**
 * {@code INSERT}.
 *
 * @param updated the columns that ON CONFLICT DO UPDATE sets
 * @param query everything from VALUES or SELECT on, with the WITH before INSERT
 */
public record Insert(
    ObjectName table,
    List<Identifier> columns,
    InsertSource source,
    boolean onConflict,
    List<Identifier> updated,
    Query query,
    Span span)
    implements Statement {
  public Insert {
    columns = List.copyOf(columns);
    updated = List.copyOf(updated);
  }

  @Override
  public String kind() {
    return "INSERT";
  }

  /** Where the rows come from. */
  public enum InsertSource {
    VALUES,
    QUERY,
    DEFAULT_VALUES
  }
}
