package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/**
 * {@code ROLLBACK} or {@code ABORT}.
 *
 * @param chain AND CHAIN: a new transaction begins at once
 */
public record RollbackTransaction(boolean chain, Span span) implements Statement {
  @Override
  public String kind() {
    return "ROLLBACK";
  }
}
