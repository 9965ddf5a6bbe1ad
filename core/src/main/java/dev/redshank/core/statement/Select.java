package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/**
 * {@code SELECT}, {@code VALUES}, {@code TABLE}, or PL/pgSQL's {@code PERFORM}.
 *
 * @param locksRows whether it has FOR UPDATE or the like
 */
public record Select(Query query, boolean locksRows, Span span) implements Statement {
  @Override
  public String kind() {
    return "SELECT";
  }
}
