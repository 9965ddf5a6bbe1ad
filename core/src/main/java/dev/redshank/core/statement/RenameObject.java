package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.Optional;

/**
 * {@code RENAME} of what is no relation: a type, function, schema, trigger … A trigger, rule or policy is the member of its
 * table; a type's attribute is the member of its type; a domain's constraint that of its domain.
 */
public record RenameObject(
    ObjectKind target, ObjectName name, Optional<Identifier> member, Identifier to, Span span)
    implements Statement {
  @Override
  public String kind() {
    return "ALTER " + target.words();
  }
}
