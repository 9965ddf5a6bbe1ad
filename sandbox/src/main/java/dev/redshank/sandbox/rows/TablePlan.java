package dev.redshank.sandbox.rows;

import dev.redshank.sandbox.rows.TableInfo.Check;
import dev.redshank.sandbox.rows.TableInfo.Column;
import dev.redshank.sandbox.rows.TableInfo.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The one query that makes a table's rows. */
final class TablePlan {
  private final TableInfo table;

  /** What each column's value is in SQL; asked for once all units have their numbers. */
  private final Map<Integer, Supplier<String>> values = new LinkedHashMap<>();

  private final Map<Integer, Unit> units = new LinkedHashMap<>();
  private final List<Supplier<String>> joins = new ArrayList<>();
  private final List<Integer> sometimesNull = new ArrayList<>();
  private long capacity = Long.MAX_VALUE;
  private Optional<String> limit = Optional.empty();

  TablePlan(TableInfo table) {
    this.table = table;
  }

  boolean has(int column) {
    return values.containsKey(column);
  }

  void setNull(int column) {
    values.put(column, () -> "NULL");
  }

  void generate(Column column, Generator generator) {
    Unit unit = new Unit(generator.size(), column.number());
    units.put(column.number(), unit);
    String absent = absence(column);
    values.put(column.number(), () -> absent.formatted(generator.at(unit.number())));
    if (!column.sequence().isEmpty()) {
      unit.differ();
    }
  }

  /** Some rows hold NULL in these columns, in every combination. */
  void leaveOut(List<Integer> columns) {
    sometimesNull.addAll(columns);
  }

  private String absence(Column column) {
    int place = sometimesNull.indexOf(column.number());
    return place < 0 ? "%s" : "CASE WHEN (" + Sql.ROW + " >> " + place + ") %% 2 = 1 THEN %s END";
  }

  /** The row refers to itself. */
  void referToItself(int column, int target) {
    values.put(column, () -> value(target));
    Unit unit = units.get(target);
    if (unit != null) {
      units.put(column, unit);
    }
  }

  /**
   * The row refers to a row of another table.
   *
   * @param keys a query for {@code n} from 0 to {@code count - 1} and the target's columns as
   *     {@code k0}, {@code k1}…
   */
  void refer(List<Integer> columns, String keys, long count) {
    Unit unit = new Unit(count, columns.get(0));
    String alias = "redshank_f" + joins.size();
    joins.add(
        () -> "LEFT JOIN (%s) AS %s ON %s.n = (%s)".formatted(keys, alias, alias, unit.number()));
    for (int i = 0; i < columns.size(); i++) {
      String value = alias + ".k" + i;
      units.put(columns.get(i), unit);
      values.put(columns.get(i), () -> value);
    }
  }

  /** The same, where some of the columns are settled already: any row that fits to them. */
  void referFitting(List<Integer> columns, String target, List<String> targetColumns) {
    String alias = "redshank_f" + joins.size();
    List<String> fitting = new ArrayList<>();
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = columns.get(i);
      if (has(column)) {
        fitting.add(targetColumns.get(i) + " = " + value(column));
      } else {
        String name = "k" + i;
        wanted.add(targetColumns.get(i) + " AS " + name);
        values.put(column, () -> alias + "." + name);
      }
    }
    joins.add(() -> "LEFT JOIN LATERAL (SELECT %s FROM %s WHERE %s LIMIT 1) AS %s ON true"
        .formatted(String.join(", ", wanted), target, String.join(" AND ", fitting), alias));
  }

  /** Chooses numbers so that no key is hurt; to be called when every column has a value. */
  void keepKeys() {
    List<Key> keys = new ArrayList<>(table.keys());
    keys.sort(Comparator.comparing((Key key) -> key.columns().size()).thenComparing(Key::name));
    for (Key key : keys) {
      Set<Unit> parts = new LinkedHashSet<>();
      boolean mayRepeat = true;
      for (int column : key.columns()) {
        Unit unit = units.get(column);
        if (unit == null) {
          mayRepeat = mayRepeat && !isNull(column);
        } else {
          parts.add(unit);
        }
      }
      if (mayRepeat && parts.stream().noneMatch(Unit::isDifferent)) {
        keep(key, parts);
      }
    }
  }

  /** A NULL is like no other. */
  private boolean isNull(int column) {
    return values.containsKey(column) && value(column).equals("NULL");
  }

  private void keep(Key key, Set<Unit> parts) {
    List<Unit> free = parts.stream().filter(unit -> !unit.isChosen()).toList();
    Optional<Unit> endless =
        free.stream().filter(unit -> unit.size() >= Generator.PLENTY).reduce((a, b) -> b);
    if (endless.isPresent()) {
      endless.get().differ();
      return;
    }
    if (key.kind() == Key.Kind.EXPECTED) {
      return;
    }
    long divisor = 1;
    for (Unit unit : free) {
      unit.digit(divisor);
      divisor = Math.min(Generator.PLENTY, divisor * Math.max(1, unit.size()));
    }
    if (!free.isEmpty() && divisor < capacity) {
      capacity = divisor;
      limit = Optional.of("key " + key.name() + " allows no more");
    }
  }

  /** The most rows that the keys allow. */
  long capacity() {
    return capacity;
  }

  /** Which key allows no more. */
  Optional<String> limit() {
    return limit;
  }

  private String value(int column) {
    return Objects.requireNonNull(values.get(column)).get();
  }

  /** Counts how many of the rows with these numbers keep all conditions. */
  String countOf(long from, long to) {
    return "SELECT count(*) FROM " + candidates(from, to) + where(table.checks());
  }

  /** The same for one condition alone. */
  String countOf(long from, long to, Check check) {
    return "SELECT count(*) FROM " + candidates(from, to) + where(List.of(check));
  }

  /** Makes rows, out of those with these numbers, no more than {@code wanted}. */
  String insert(long from, long to, long wanted) {
    boolean canSkip = table.keys().stream().noneMatch(Key::deferrable);
    String names = values.keySet().stream()
        .map(column -> Sql.name(table.column(column).name()))
        .collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s%s LIMIT %d%s"
        .formatted(
            table.sql(),
            names,
            names,
            candidates(from, to),
            where(table.checks()),
            wanted,
            canSkip ? " ON CONFLICT DO NOTHING" : "");
  }

  private String candidates(long from, long to) {
    String made = values.keySet().stream()
        .map(column -> typed(column) + " AS " + Sql.name(table.column(column).name()))
        .collect(Collectors.joining(", "));
    String joined = joins.stream().map(Supplier::get).collect(Collectors.joining(" "));
    String rows = "(SELECT %s FROM generate_series(%d::int8, %d::int8) AS redshank_s(%s) %s)"
        .formatted(made, from, to, Sql.ROW, joined);
    String computed = table.columns().stream()
        .filter(Column::isGenerated)
        .map(column -> ", (" + column.generated() + ") AS " + Sql.name(column.name()))
        .collect(Collectors.joining());
    String alias = Sql.name(table.name().name());
    return computed.isEmpty()
        ? rows + " AS " + alias
        : "(SELECT *" + computed + " FROM " + rows + " AS " + alias + ") AS " + alias;
  }

  /** A bare NULL has no type that a condition could be put on. */
  private String typed(int column) {
    String value = value(column);
    return value.equals("NULL") ? "NULL::" + table.column(column).typeSql() : value;
  }

  private static String where(List<Check> checks) {
    return checks.isEmpty()
        ? ""
        : checks.stream()
            .map(check -> "(" + check.expression() + ") IS NOT FALSE")
            .collect(Collectors.joining(" AND ", " WHERE ", ""));
  }
}
