package dev.redshank.core.statement;

import dev.redshank.core.text.Span;

/**
 * {@code ALTER DOMAIN} with one of {@link AlterAction.SetDefault}, {@link AlterAction.DropDefault}, {@link AlterAction.SetNotNull},
 * {@link AlterAction.DropNotNull} (whose column is the domain's own name), {@link AlterAction.AddConstraint}, {@link
 * AlterAction.DropConstraint}, {@link AlterAction.ValidateConstraint}.
 */
public record AlterDomain(ObjectName name, AlterAction action, Span span) implements Statement {
  @Override
  public String kind() {
    return "ALTER DOMAIN";
  }
}
