package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code ROLLBACK TO SAVEPOINT}. */
public record RollbackToSavepoint(Identifier name, Span span) implements Statement {
  @Override
  public String kind() {
    return "ROLLBACK";
  }
}
