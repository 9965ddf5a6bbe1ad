package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code ALTER POLICY} other than its RENAME. */
public record AlterPolicy(Identifier name, ObjectName table, Span span) implements Statement {
  @Override
  public String kind() {
    return "ALTER POLICY";
  }
}
