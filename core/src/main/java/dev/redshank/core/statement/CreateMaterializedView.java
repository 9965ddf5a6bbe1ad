package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code CREATE MATERIALIZED VIEW}. */
public record CreateMaterializedView(
    ObjectName name, boolean ifNotExists, boolean withData, Query query, Span span)
    implements Statement {
  @Override
  public String kind() {
    return "CREATE MATERIALIZED VIEW";
  }
}
