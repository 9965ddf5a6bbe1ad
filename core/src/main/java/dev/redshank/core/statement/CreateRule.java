package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code CREATE RULE}. */
public record CreateRule(Identifier name, ObjectName table, boolean orReplace, Span span)
    implements Statement {
  @Override
  public String kind() {
    return "CREATE RULE";
  }
}
