package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code RELEASE SAVEPOINT}. */
public record ReleaseSavepoint(Identifier name, Span span) implements Statement {
  @Override
  public String kind() {
    return "RELEASE";
  }
}
