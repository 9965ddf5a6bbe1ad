package dev.redshank.core.impact;

import dev.redshank.core.statement.ColumnDefinition;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.ObjectName;

/** Parts of statements that have no class of their own. */
final class Parts {
  private Parts() {}

  /** A constraint that comes with a column: ADD COLUMN … CHECK. */
  record ColumnConstraint(ColumnDefinition column, Constraint constraint) {}

  /** A constraint of a table that is being made. */
  record NewTableConstraint(Constraint constraint) {}

  /** A table behind INHERITS in CREATE TABLE. */
  record InheritedTable(ObjectName table) {}
}
