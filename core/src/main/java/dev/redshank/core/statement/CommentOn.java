package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.Optional;

/**
 * {@code COMMENT ON}.
 *
 * @param name the object, or the table of a column, constraint, trigger, rule or policy
 * @param member that column, constraint, trigger, rule or policy
 */
public record CommentOn(ObjectKind target, ObjectName name, Optional<Identifier> member, Span span)
    implements Statement {
  @Override
  public String kind() {
    return "COMMENT";
  }
}
