package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code CREATE POLICY}. */
public record CreatePolicy(Identifier name, ObjectName table, Span span) implements Statement {
  @Override
  public String kind() {
    return "CREATE POLICY";
  }
}
