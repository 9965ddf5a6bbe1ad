package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.Optional;

/**
 * {@code DO}.
 *
 * @param body absent when the language is not plpgsql, or its text is not a constant that is closed
 */
public record DoBlock(String language, Optional<RoutineBody> body, Span span) implements Statement {
  @Override
  public String kind() {
    return "DO";
  }
}
