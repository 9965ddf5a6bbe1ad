package dev.redshank.sandbox.rows;

import dev.redshank.sandbox.rows.TableInfo.Check;
import dev.redshank.sandbox.rows.TableInfo.Column;
import dev.redshank.sandbox.rows.TableInfo.ForeignKey;
import dev.redshank.sandbox.rows.TableInfo.Key;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds to a table what a deploy will demand of it. */
final class Foresight {
  private final Expected expected;
  private final Catalog catalog;
  private final Map<Long, Catalog.Named> tables;
  private final Probe probe;

  Foresight(Expected expected, Catalog catalog, Map<Long, Catalog.Named> tables, Probe probe) {
    this.expected = expected;
    this.catalog = catalog;
    this.tables = tables;
    this.probe = probe;
  }

  TableInfo with(TableInfo table) throws SQLException {
    String name = table.name().name();
    List<Check> checks = new ArrayList<>(table.checks());
    for (Expected.Condition condition : expected.conditions()) {
      if (condition.table().equals(name)) {
        checks.addAll(checks(table, condition.expression()));
      }
    }
    for (Expected.DomainCondition condition : expected.domainConditions()) {
      for (Column column : table.columns()) {
        if (isOf(condition.domain(), column)) {
          String replaced = Sql.name(column.name());
          checks.addAll(checks(table, Conditions.withValue(condition.expression(), replaced)));
        }
      }
    }
    List<Key> keys = new ArrayList<>(table.keys());
    for (Expected.Different different : expected.different()) {
      if (different.table().equals(name)) {
        numbers(table, different.columns())
            .ifPresent(columns ->
                keys.add(new Key("a unique key to come", columns, Key.Kind.EXPECTED, false)));
      }
    }
    List<ForeignKey> references = new ArrayList<>(table.foreignKeys());
    for (Expected.Reference reference : expected.references()) {
      if (reference.table().equals(name)) {
        foreignKey(table, reference).ifPresent(references::add);
      }
    }
    return new TableInfo(
        table.oid(), table.name(), table.root(), table.columns(), checks, keys, references);
  }

  private static boolean isOf(String domain, Column column) {
    String type = column.typeSql();
    return Stream.of(domain, Sql.name(domain))
        .anyMatch(name -> type.equals(name) || type.endsWith("." + name));
  }

  /** A condition that PostgreSQL would not take now, as it speaks of what is to come, is left out. */
  private List<Check> checks(TableInfo table, String expression) throws SQLException {
    String query =
        "SELECT true FROM (SELECT count(%s) FROM ONLY %s) t".formatted(expression, table.sql());
    if (!probe.holds(query)) {
      return List.of();
    }
    return Conditions.conjuncts(expression).stream()
        .map(
            part -> new Check("a check to come", part, Conditions.columnsIn(part, table.columns())))
        .toList();
  }

  private Optional<ForeignKey> foreignKey(TableInfo table, Expected.Reference reference)
      throws SQLException {
    Optional<Catalog.Named> target = tables.values().stream()
        .filter(each -> each.name().name().equals(reference.target()))
        .findFirst();
    Optional<List<Integer>> columns = numbers(table, reference.columns());
    if (target.isEmpty() || columns.isEmpty()) {
      return Optional.empty();
    }
    TableInfo info = catalog.table(target.get());
    Optional<List<Integer>> targetColumns = reference.targetColumns().isEmpty()
        ? primaryKey(info)
        : numbers(info, reference.targetColumns());
    return targetColumns
        .filter(found -> found.size() == columns.get().size())
        .map(found ->
            new ForeignKey("a foreign key to come", columns.get(), target.get().oid(), found));
  }

  private static Optional<List<Integer>> primaryKey(TableInfo table) {
    return table.keys().stream()
        .filter(key -> key.kind() == Key.Kind.PRIMARY)
        .map(Key::columns)
        .findFirst();
  }

  /** Empty where a column does not exist yet. */
  private static Optional<List<Integer>> numbers(TableInfo table, List<String> names) {
    List<Integer> numbers = new ArrayList<>();
    for (String name : names) {
      table.columns().stream()
          .filter(column -> column.name().equals(name))
          .map(Column::number)
          .findFirst()
          .ifPresent(numbers::add);
    }
    return numbers.size() == names.size() ? Optional.of(List.copyOf(numbers)) : Optional.empty();
  }
}
