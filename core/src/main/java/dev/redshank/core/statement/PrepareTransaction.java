package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code PREPARE TRANSACTION}. */
public record PrepareTransaction(String id, Span span) implements Statement {
  @Override
  public String kind() {
    return "PREPARE TRANSACTION";
  }
}
