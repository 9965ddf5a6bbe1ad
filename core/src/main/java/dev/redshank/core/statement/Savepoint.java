package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code SAVEPOINT}. */
public record Savepoint(Identifier name, Span span) implements Statement {
  @Override
  public String kind() {
    return "SAVEPOINT";
  }
}
