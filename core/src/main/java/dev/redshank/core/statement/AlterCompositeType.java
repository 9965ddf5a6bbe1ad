package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/**
 * {@code ALTER TYPE … ADD}, {@code DROP} or {@code ALTER ATTRIBUTE}: as {@link AlterAction.AddColumn}, {@link
 * AlterAction.DropColumn} and {@link AlterAction.AlterColumnType}.
 */
public record AlterCompositeType(
    ObjectName type, List<AlterAction> actions, boolean cascade, Span span) implements Statement {
  public AlterCompositeType {
    actions = List.copyOf(actions);
  }

  @Override
  public String kind() {
    return "ALTER TYPE";
  }
}
