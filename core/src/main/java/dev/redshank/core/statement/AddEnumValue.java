package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/**
 * {@code ALTER TYPE … ADD VALUE}.
 *
 * @param positioned whether BEFORE or AFTER is written
 */
public record AddEnumValue(
    ObjectName type, String value, boolean ifNotExists, boolean positioned, Span span)
    implements Statement {
  @Override
  public String kind() {
    return "ALTER TYPE";
  }
}
