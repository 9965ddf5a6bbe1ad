package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code SELECT}, {@code VALUES}, {@code TABLE}, or PL/pgSQL's {@code PERFORM}. */
public record Select(Query query, Span span) implements Statement {
  @Override
  public String kind() {
    return "SELECT";
  }
}
