package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code SET SCHEMA} of what is no relation. */
public record MoveObject(ObjectKind target, ObjectName name, Identifier schema, Span span)
    implements Statement {
  @Override
  public String kind() {
    return "ALTER " + target.words();
  }
}
