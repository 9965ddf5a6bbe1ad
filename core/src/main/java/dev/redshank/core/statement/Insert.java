package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/**
 * {@code INSERT}.
 *
 * @param query everything from VALUES or SELECT on, with the WITH before INSERT
 */
public record Insert(
    ObjectName table,
    List<Identifier> columns,
    InsertSource source,
    boolean onConflict,
    Query query,
    Span span)
    implements Statement {
  public Insert {
    columns = List.copyOf(columns);
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
