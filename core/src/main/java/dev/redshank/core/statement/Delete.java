package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/**
 * {@code DELETE}.
 *
 * @param only whether ONLY is said: its partitions and children are left alone
 */
public record Delete(ObjectName table, boolean only, RowFilter filter, Query query, Span span)
    implements Statement {
  @Override
  public String kind() {
    return "DELETE";
  }
}
