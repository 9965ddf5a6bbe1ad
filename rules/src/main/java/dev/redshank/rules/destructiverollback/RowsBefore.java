package dev.redshank.rules.destructiverollback;

import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.NullProof;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.SchemaView;
import dev.redshank.core.schema.TableConstraint;
import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterAction.AddConstraint;
import dev.redshank.core.statement.AlterAction.SetNotNull;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.Constraint.Check;
import dev.redshank.core.statement.Constraint.ForeignKey;
import dev.redshank.core.statement.Constraint.NotNull;
import dev.redshank.core.statement.Constraint.PrimaryKey;
import dev.redshank.core.statement.Constraint.Unique;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.destructiverollback.DownMigrationFailsOnNewData.Demand;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the rows as a down migration begins: what it takes away and puts back in another
 * form, such as a foreign key with another ON DELETE, held for them all the time.
 */
record RowsBefore(SchemaView begun, StatementStep step) {
  /** Whether all rows satisfy the demand. */
  boolean satisfy(Demand demand) {
    if (demand.action().isEmpty()) {
      return step.as(CreateIndex.class)
          .filter(index -> index.keys().size() == index.columns().size())
          .map(index -> isKey(demand.table(), names(index.columns())))
          .orElse(false);
    }
    AlterAction action = demand.action().get();
    if (action instanceof SetNotNull set) {
      return holdNoNull(demand.table(), List.of(set.column().name()));
    }
    return action instanceof AddConstraint added && isSatisfied(demand.table(), added.constraint());
  }

  private boolean isSatisfied(ObjectName table, Constraint constraint) {
    boolean allowsNull = constraint instanceof Unique || constraint instanceof ForeignKey;
    if (allowsNull && isOnNewColumn(table, names(constraint.columns()))) {
      return true;
    }
    if (constraint instanceof Check check) {
      return held(table).stream()
          .anyMatch(known -> known.definition() instanceof Check other
              && other.condition().equals(check.condition()));
    }
    if (constraint instanceof ForeignKey key) {
      return held(table).stream()
          .anyMatch(known -> known.columns().equals(names(key.columns()))
              && known.references().equals(Optional.of(step.resolve(key.referenced()))));
    }
    List<String> columns = names(constraint.columns());
    if (constraint instanceof Unique) {
      return isKey(table, columns);
    }
    return (constraint instanceof NotNull && holdNoNull(table, columns))
        || (constraint instanceof PrimaryKey
            && isKey(table, columns)
            && holdNoNull(table, columns));
  }

  private boolean holdNoNull(ObjectName table, List<String> columns) {
    return columns.stream()
        .allMatch(column -> begun.state().notNullProof(table, column) == NullProof.VALIDATED);
  }

  /** A column that the down migration itself adds holds NULL in every row, and NULL equals and refers to nothing. */
  private boolean isOnNewColumn(ObjectName table, List<String> columns) {
    return begun
        .relation(table)
        .filter(Relation::shapeKnown)
        .map(known -> columns.stream().anyMatch(column -> known.column(column).isEmpty()))
        .orElse(false);
  }

  private List<TableConstraint> held(ObjectName table) {
    return begun.relation(table).map(Relation::constraints).stream()
        .flatMap(constraints -> constraints.values().stream())
        .filter(TableConstraint::validated)
        .toList();
  }

  /** What is unique in a few columns is so in more of them. */
  private boolean isKey(ObjectName table, List<String> columns) {
    return begun.state().uniqueKeys(table).stream()
        .anyMatch(key -> !key.isEmpty() && columns.containsAll(key));
  }

  private static List<String> names(List<Identifier> columns) {
    return columns.stream().map(Identifier::name).toList();
  }
}
