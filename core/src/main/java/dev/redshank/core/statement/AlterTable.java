package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.List;

/**
 * {@code ALTER TABLE}, or ALTER of a foreign table, index, view, materialized view or sequence where it takes the same
 * actions, with its actions in written order.
 */
public record AlterTable(
    ObjectKind target,
    ObjectName table,
    boolean ifExists,
    boolean only,
    List<AlterAction> actions,
    Span span)
    implements Statement {
  public AlterTable {
    actions = List.copyOf(actions);
  }

  @Override
  public String kind() {
    return "ALTER " + target.words();
  }
}
