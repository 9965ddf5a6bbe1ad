package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code DROP TRIGGER}, {@code DROP RULE} or {@code DROP POLICY … ON table}. */
public record DropFromTable(
    ObjectKind target,
    Identifier name,
    ObjectName table,
    boolean ifExists,
    boolean cascade,
    Span span)
    implements Statement {
  @Override
  public String kind() {
    return "DROP " + target.words();
  }
}
