package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/**
 * {@code UPDATE}.
 *
 * @param only whether ONLY is said: its partitions and children are left alone
 * @param columns the columns that are set
 * @param filter which rows
 * @param query the whole statement as its reads see it
 */
public record Update(
    ObjectName table,
    boolean only,
    List<Identifier> columns,
    RowFilter filter,
    Query query,
    Span span)
    implements Statement {
  public Update {
    columns = List.copyOf(columns);
  }

  @Override
  public String kind() {
    return "UPDATE";
  }
}
