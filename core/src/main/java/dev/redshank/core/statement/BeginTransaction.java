package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code BEGIN} or {@code START TRANSACTION}. */
public record BeginTransaction(boolean start, Span span) implements Statement {
  @Override
  public String kind() {
    return start ? "START TRANSACTION" : "BEGIN";
  }
}
