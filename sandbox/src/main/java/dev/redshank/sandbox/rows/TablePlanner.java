package dev.redshank.sandbox.rows;

import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.rows.TableInfo.Check;
import dev.redshank.sandbox.rows.TableInfo.Column;
import dev.redshank.sandbox.rows.TableInfo.ForeignKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what each column of a table's rows holds. */
final class TablePlanner {
  /** More rows of another table than this are never referred to. */
  private static final long MOST_TARGETS = 1_000_000;

  private final Catalog catalog;
  private final Map<Long, Catalog.Named> tables;
  private final ColumnValues columnValues;
  private final Probe probe;

  TablePlanner(
      Connection connection, Catalog catalog, Map<Long, Catalog.Named> tables, Types types) {
    this.catalog = catalog;
    this.tables = tables;
    this.columnValues = new ColumnValues(connection, types);
    this.probe = new Probe(connection);
  }

  /** A table cannot be filled; the message says why. */
  static final class Unfillable extends Exception {
    private static final long serialVersionUID = 1L;

    Unfillable(String message) {
      super(message);
    }
  }

  /**
   * @param keptNull columns that hold NULL where they may: the deploy is to fill them
   * @param sometimesNull columns that hold NULL in some rows, so that checks among them can be kept
   */
  TablePlan plan(TableInfo table, Set<String> keptNull, List<Integer> sometimesNull)
      throws SQLException, Unfillable {
    TablePlan plan = new TablePlan(table);
    plan.leaveOut(sometimesNull);
    for (Column column : table.columns()) {
      if (!column.notNull()
          && keptNull.contains(column.name())
          && columnValues.find(column, conditions(table, column), true).isPresent()) {
        plan.setNull(column.number());
      }
    }
    List<ForeignKey> ownKeys = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      if (key.target() == table.oid()) {
        ownKeys.add(key);
      } else {
        refer(plan, table, key);
      }
    }
    Set<Integer> own = ownKeys.stream()
        .flatMap(key -> key.columns().stream())
        .filter(column -> ownKeys.stream().noneMatch(key -> key.targetColumns().contains(column)))
        .collect(Collectors.toSet());
    for (Column column : table.columns()) {
      if (!column.isGenerated() && !plan.has(column.number()) && !own.contains(column.number())) {
        value(plan, table, column);
      }
    }
    for (ForeignKey key : ownKeys) {
      for (int i = 0; i < key.columns().size(); i++) {
        if (!plan.has(key.columns().get(i))) {
          plan.referToItself(key.columns().get(i), key.targetColumns().get(i));
        }
      }
    }
    plan.keepKeys();
    return plan;
  }

  /** Conditions on a column alone. Which hash partition a row falls into is left to chance. */
  private static List<String> conditions(TableInfo table, Column column) {
    return table.checks().stream()
        .filter(check -> check.columns().equals(List.of(column.number())))
        .filter(check -> !check.expression().contains("satisfies_hash_partition("))
        .map(Check::expression)
        .toList();
  }

  private void value(TablePlan plan, TableInfo table, Column column)
      throws SQLException, Unfillable {
    List<String> conditions = conditions(table, column);
    Optional<Generator> generator = columnValues.find(column, conditions, false);
    if (generator.isPresent()) {
      plan.generate(column, generator.get());
    } else if (!column.notNull() && columnValues.find(column, conditions, true).isPresent()) {
      plan.setNull(column.number());
    } else {
      String names = table.checks().stream()
          .filter(check -> check.columns().equals(List.of(column.number())))
          .map(Check::name)
          .distinct()
          .collect(Collectors.joining(", "));
      throw new Unfillable("no value is known for column %s of type %s%s"
          .formatted(
              column.name(), column.typeSql(), names.isEmpty() ? "" : " that keeps " + names));
    }
  }

  private void refer(TablePlan plan, TableInfo table, ForeignKey key)
      throws SQLException, Unfillable {
    if (key.columns().stream().allMatch(plan::has)) {
      return;
    }
    Catalog.Named target = tables.get(key.target());
    if (target == null) {
      throw new Unfillable("foreign key " + key.name() + " refers to a table of an extension");
    }
    List<String> names = names(target, key.targetColumns());
    String sql = Sql.name(target.name().schema()) + "." + Sql.name(target.name().name());
    if (key.columns().stream().anyMatch(plan::has)) {
      plan.referFitting(key.columns(), sql, names);
      return;
    }
    String present =
        names.stream().map(name -> name + " IS NOT NULL").collect(Collectors.joining(" AND "));
    long count = probe.number("SELECT count(*) FROM (SELECT FROM %s WHERE %s LIMIT %d) t"
        .formatted(sql, present, MOST_TARGETS));
    if (count > 0) {
      plan.refer(key.columns(), keys(sql, names, present), count);
    } else {
      nothingToReferTo(plan, table, key, target.name());
    }
  }

  private List<String> names(Catalog.Named target, List<Integer> columns) throws SQLException {
    TableInfo info = catalog.table(target);
    return columns.stream().map(number -> Sql.name(info.column(number).name())).toList();
  }

  private static String keys(String target, List<String> names, String present) {
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      columns.append(", ").append(names.get(i)).append(" AS k").append(i);
    }
    String order = String.join(", ", names);
    return "SELECT row_number() OVER (ORDER BY %s) - 1 AS n%s FROM %s WHERE %s ORDER BY %s LIMIT %d"
        .formatted(order, columns, target, present, order, MOST_TARGETS);
  }

  private static void nothingToReferTo(
      TablePlan plan, TableInfo table, ForeignKey key, RelationName target) throws Unfillable {
    for (int number : key.columns()) {
      if (!table.column(number).notNull()) {
        plan.setNull(number);
        return;
      }
    }
    throw new Unfillable(
        "foreign key " + key.name() + " refers to " + target + ", which holds no rows");
  }
}
