package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code REFRESH MATERIALIZED VIEW}. */
public record RefreshMaterializedView(
    ObjectName view, boolean concurrently, boolean withData, Span span) implements Statement {
  @Override
  public String kind() {
    return "REFRESH MATERIALIZED VIEW";
  }
}
