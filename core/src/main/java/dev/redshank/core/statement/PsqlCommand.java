package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/**
 * A command of psql.
 *
 * @param name without its backslash, such as {@code connect}
 */
public record PsqlCommand(String name, Span span) implements Statement {
  @Override
  public String kind() {
    return "psql command";
  }
}
