package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code MERGE}. */
public record Merge(ObjectName table, Query query, Span span) implements Statement {
  @Override
  public String kind() {
    return "MERGE";
  }
}
