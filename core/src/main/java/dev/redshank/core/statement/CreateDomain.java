package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;

/** {@code CREATE DOMAIN}. */
public record CreateDomain(
    ObjectName name,
    TypeName type,
    Optional<SqlExpression> defaultValue,
    boolean notNull,
    List<Constraint> constraints,
    Span span)
    implements Statement {
  public CreateDomain {
    constraints = List.copyOf(constraints);
  }

  @Override
  public String kind() {
    return "CREATE DOMAIN";
  }
}
