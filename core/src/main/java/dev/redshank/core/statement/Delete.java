package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code DELETE}. */
public record Delete(ObjectName table, RowFilter filter, Query query, Span span)
    implements Statement {
  @Override
  public String kind() {
    return "DELETE";
  }
}
