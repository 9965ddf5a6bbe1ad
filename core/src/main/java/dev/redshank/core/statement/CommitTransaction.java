package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/**
 * {@code COMMIT} or {@code END}.
 *
 * @param chain AND CHAIN: a new transaction begins at once
 */
public record CommitTransaction(boolean chain, Span span) implements Statement {
  @Override
  public String kind() {
    return "COMMIT";
  }
}
