package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;

/** {@code CREATE SCHEMA} with the objects that are made in it. */
public record CreateSchema(
    Optional<Identifier> name, boolean ifNotExists, List<Statement> elements, Span span)
    implements Statement {
  public CreateSchema {
    elements = List.copyOf(elements);
  }

  @Override
  public String kind() {
    return "CREATE SCHEMA";
  }
}
