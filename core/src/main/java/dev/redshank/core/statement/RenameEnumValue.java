package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/** {@code ALTER TYPE … RENAME VALUE}. */
public record RenameEnumValue(ObjectName type, String from, String to, Span span)
    implements Statement {
  @Override
  public String kind() {
    return "ALTER TYPE";
  }
}
