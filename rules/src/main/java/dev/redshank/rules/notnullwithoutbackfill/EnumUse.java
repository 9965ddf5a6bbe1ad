package dev.redshank.rules.notnullwithoutbackfill;

import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.UserType;
import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.AlterAction.AlterColumnType;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.ColumnDefinition;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.CreateTable;
import dev.redshank.core.statement.CreateTableAs;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Query;
import dev.redshank.core.statement.Select;
import dev.redshank.core.statement.TypeName;
import dev.redshank.core.statement.Update;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether constants in a statement may be values of an enum. */
record EnumUse(StatementStep step) {
  boolean mayNeed(ObjectName type) {
    return types().anyMatch(found -> isSame(found, type))
        || relations().anyMatch(table -> hasColumnOf(table, type));
  }

  private Stream<ObjectName> relations() {
    return Stream.of(
            step.as(Update.class).map(found -> with(found.table(), found.query())),
            step.as(Insert.class).map(found -> with(found.table(), found.query())),
            step.as(Delete.class).map(found -> with(found.table(), found.query())),
            step.as(Merge.class).map(found -> with(found.table(), found.query())),
            step.as(Select.class).map(found -> found.query().reads()),
            step.as(CreateTableAs.class).map(found -> found.query().reads()),
            step.as(CreateIndex.class).map(found -> List.of(found.table())),
            step.as(AlterTable.class).map(found -> List.of(found.table())))
        .flatMap(Optional::stream)
        .flatMap(List::stream);
  }

  private static List<ObjectName> with(ObjectName table, Query query) {
    return Stream.concat(Stream.of(table), query.reads().stream()).toList();
  }

  /** The types that the statement itself gives to columns. */
  private Stream<ObjectName> types() {
    Stream<TypeName> made = step.as(CreateTable.class).stream()
        .flatMap(table -> table.columns().stream())
        .flatMap(column -> column.type().stream());
    Stream<TypeName> altered = step.alterations(AlterAction.class)
        .flatMap(alteration -> type(alteration.action()).stream());
    return Stream.concat(made, altered).map(TypeName::name);
  }

  private static Optional<TypeName> type(AlterAction action) {
    if (action instanceof AlterColumnType changed) {
      return Optional.of(changed.type());
    }
    return action instanceof AddColumn added
        ? Optional.of(added.column()).flatMap(ColumnDefinition::type)
        : Optional.empty();
  }

  private boolean hasColumnOf(ObjectName table, ObjectName type) {
    return step.before().relation(table).stream()
        .map(Relation::columns)
        .flatMap(columns -> columns.values().stream())
        .flatMap(column -> column.type().stream())
        .anyMatch(found -> isSame(found.name(), type));
  }

  private boolean isSame(ObjectName one, ObjectName other) {
    SchemaState state = step.before().state();
    Optional<RelationName> known = state.type(other).map(UserType::name);
    return known.isPresent()
        ? state.type(one).map(UserType::name).equals(known)
        : one.equals(other);
  }
}
