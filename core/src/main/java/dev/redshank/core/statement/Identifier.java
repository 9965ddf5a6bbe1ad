package dev.redshank.core.statement;

import dev.redshank.core.sql.Names;
import dev.redshank.core.text.Span;

/**
 * A simple name as PostgreSQL stores it: folded when unquoted, without its quotes otherwise. Two are
 * equal when their names are; the place is not part of it.
 *
 * @param name such as {@code order_id}
 * @param span where it is written
 */
public record Identifier(String name, Span span) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Identifier identifier && identifier.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** As SQL writes it, in quotes only where it needs them. */
  @Override
  public String toString() {
    return Names.quoted(name);
  }
}
