package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code CREATE EXTENSION}. */
public record CreateExtension(Identifier name, boolean ifNotExists, Span span)
    implements Statement {
  @Override
  public String kind() {
    return "CREATE EXTENSION";
  }
}
