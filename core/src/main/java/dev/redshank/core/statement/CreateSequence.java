package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code CREATE SEQUENCE}. */
public record CreateSequence(
    ObjectName name, boolean ifNotExists, Persistence persistence, Span span) implements Statement {
  @Override
  public String kind() {
    return "CREATE SEQUENCE";
  }
}
