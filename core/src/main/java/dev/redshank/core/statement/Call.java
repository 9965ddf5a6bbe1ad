package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code CALL}. */
public record Call(ObjectName procedure, Span span) implements Statement {
  @Override
  public String kind() {
    return "CALL";
  }
}
