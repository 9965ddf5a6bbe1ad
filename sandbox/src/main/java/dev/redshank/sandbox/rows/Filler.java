package dev.redshank.sandbox.rows;

import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.rows.TableInfo.Check;
import dev.redshank.sandbox.rows.TableInfo.Column;
import dev.redshank.sandbox.rows.TableInfo.ForeignKey;
import dev.redshank.sandbox.rows.TablePlanner.Unfillable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills the tables of a database with rows that keep every rule of theirs. */
public final class Filler {
  /** Rows of a table that nobody touches. */
  private static final long FEW = 100;

  /** Rows that are enough for others to refer to. */
  private static final long REFERRED = 1_000;

  /** How many rows are tried to learn how many will do. */
  private static final long SAMPLE = 2_000;

  /** No more numbers than this are tried for each row that is wanted. */
  private static final long TRIES = 200;

  private static final int ROUNDS = 3;

  private final Connection connection;
  private final Catalog catalog;
  private final Probe probe;
  private final long rows;
  private Map<Long, Catalog.Named> tables = Map.of();
  private Foresight foresight;
  private final Map<Long, TableInfo> infos = new HashMap<>();

  /**
   * @param connection in autocommit mode; its session is the filler's alone
   * @param rows for each table that a deploy touches
   */
  public Filler(Connection connection, long rows) {
    this.connection = connection;
    this.catalog = new Catalog(connection);
    this.probe = new Probe(connection);
    this.foresight = new Foresight(Expected.NOTHING, catalog, tables, probe);
    this.rows = rows;
  }

  /**
   * Brings tables to their number of rows; those that have enough are left alone.
   *
   * @param touched the tables that are to be full; others may be named too
   * @param expected what the deploy will demand of them
   * @param everything whether all other tables get some rows too
   * @return what was done, in order of filling
   */
  public List<Filled> fill(Set<RelationName> touched, Expected expected, boolean everything)
      throws SQLException {
    tables = catalog.tables();
    foresight = new Foresight(expected, catalog, tables, probe);
    withoutTriggers();
    withoutNestedLoops();
    Map<Long, Long> wanted = new LinkedHashMap<>();
    for (Catalog.Named table : tables.values()) {
      long count = wanted(table, touched, everything);
      if (count > 0) {
        want(table.oid(), count, wanted, new LinkedHashSet<>());
      }
    }
    TablePlanner planner = new TablePlanner(connection, catalog, tables, new Types(connection));
    List<Filled> filled = new ArrayList<>();
    for (long oid : inOrder(wanted.keySet())) {
      TableInfo table = info(oid);
      long count = wanted.getOrDefault(oid, 0L);
      Set<String> nulls =
          expected.keptNull().getOrDefault(table.name().name(), Collections.emptySortedSet());
      fill(table, count, nulls, planner).ifPresent(filled::add);
    }
    return filled;
  }

  /** Triggers write elsewhere, raise errors and take their time; keys are kept without their help. */
  private void withoutTriggers() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
    } catch (SQLException notAllowed) {
      if (connection.isClosed()) {
        throw notAllowed;
      }
    }
  }

  /**
   * Rows are joined by numbers of which the planner knows nothing. It expects so many that the first of them
   * seem to come soonest from a nested loop, which takes the square of the time; hashes know no such doubt.
   */
  private void withoutNestedLoops() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET enable_nestloop = off");
    }
  }

  private long wanted(Catalog.Named table, Set<RelationName> touched, boolean everything) {
    if (table.partitioned()) {
      return 0;
    }
    long siblings = leaves(table.root()).size();
    Catalog.Named root = tables.get(table.root());
    if (root != null && root.partitioned() && touched.contains(root.name())) {
      return share(rows, siblings);
    }
    if (touched.contains(table.name())) {
      return rows;
    }
    return everything ? Math.min(rows, share(FEW, siblings)) : 0;
  }

  /** A fair share, rounded up. */
  private static long share(long whole, long parts) {
    return (whole + parts - 1) / Math.max(1, parts);
  }

  /** The tables that hold the rows of a table. */
  private List<Long> leaves(long oid) {
    Catalog.Named table = tables.get(oid);
    if (table == null || !table.partitioned()) {
      return List.of(oid);
    }
    return tables.values().stream()
        .filter(each -> each.root() == table.root() && !each.partitioned())
        .map(Catalog.Named::oid)
        .toList();
  }

  /** Wants rows of a table and of those that it refers to. */
  private void want(long oid, long count, Map<Long, Long> wanted, Set<Long> way)
      throws SQLException {
    if (wanted.getOrDefault(oid, 0L) >= count || !way.add(oid)) {
      return;
    }
    wanted.put(oid, count);
    TableInfo table = info(oid);
    for (ForeignKey key : table.foreignKeys()) {
      boolean oneToOne =
          table.keys().stream().anyMatch(unique -> key.columns().containsAll(unique.columns()));
      long targets = oneToOne ? count : Math.min(count, REFERRED);
      List<Long> leaves = tables.containsKey(key.target()) ? leaves(key.target()) : List.of();
      for (long leaf : leaves) {
        want(leaf, share(targets, leaves.size()), wanted, way);
      }
    }
    way.remove(oid);
  }

  private TableInfo info(long oid) throws SQLException {
    TableInfo known = infos.get(oid);
    if (known == null) {
      Catalog.Named named = tables.get(oid);
      if (named == null) {
        throw new SQLException("There is no table " + oid);
      }
      known = foresight.with(catalog.table(named));
      infos.put(oid, known);
    }
    return known;
  }

  /** Tables behind those that they refer to; in a circle, one has to begin. */
  private Set<Long> inOrder(Set<Long> oids) throws SQLException {
    Set<Long> ordered = new LinkedHashSet<>();
    Set<Long> visited = new LinkedHashSet<>();
    for (long oid : oids) {
      visit(oid, oids, visited, ordered);
    }
    return ordered;
  }

  private void visit(long oid, Set<Long> oids, Set<Long> visited, Set<Long> ordered)
      throws SQLException {
    if (!oids.contains(oid) || !visited.add(oid)) {
      return;
    }
    for (ForeignKey key : info(oid).foreignKeys()) {
      if (tables.containsKey(key.target())) {
        for (long leaf : leaves(key.target())) {
          visit(leaf, oids, visited, ordered);
        }
      }
    }
    ordered.add(oid);
  }

  private Optional<Filled> fill(
      TableInfo table, long wanted, Set<String> keptNull, TablePlanner planner)
      throws SQLException {
    long before = count(table);
    if (before >= wanted) {
      return Optional.empty();
    }
    Optional<String> reason = Optional.empty();
    try {
      TablePlan plan = planner.plan(table, keptNull, List.of());
      List<Integer> inTheWay = inTheWay(table, plan);
      if (!inTheWay.isEmpty()) {
        plan = planner.plan(table, keptNull, inTheWay);
      }
      reason = make(table, plan, before, wanted);
      afterwards(table);
    } catch (Unfillable why) {
      reason = Optional.ofNullable(why.getMessage());
    } catch (SQLException refused) {
      if (connection.isClosed()) {
        throw refused;
      }
      reason =
          Optional.of(String.valueOf(refused.getMessage()).lines().findFirst().orElse(""));
    }
    long now = count(table);
    return Optional.of(
        new Filled(table.name(), now, wanted, now < wanted ? reason : Optional.empty()));
  }

  /** Columns that may be NULL, of checks that no row keeps while they all hold values. */
  private List<Integer> inTheWay(TableInfo table, TablePlan plan) throws SQLException {
    List<Integer> columns = new ArrayList<>();
    for (Check check : table.checks()) {
      if (check.columns().size() > 1 && probe.number(plan.countOf(0, SAMPLE - 1, check)) == 0) {
        check.columns().stream()
            .filter(column -> !table.column(column).notNull() && !columns.contains(column))
            .forEach(columns::add);
      }
    }
    return columns;
  }

  private long count(TableInfo table) throws SQLException {
    return probe.number("SELECT count(*) FROM ONLY " + table.sql());
  }

  /** Makes the rows; why there are fewer than wanted. */
  private Optional<String> make(TableInfo table, TablePlan plan, long before, long wanted)
      throws SQLException, Unfillable {
    long sample = Math.min(SAMPLE, Math.max(wanted, 50));
    long good = probe.number(plan.countOf(0, sample - 1));
    if (good == 0) {
      good = probe.number(plan.countOf(0, 50 * sample - 1));
      sample *= 50;
    }
    if (good == 0) {
      throw new Unfillable(whyNone(table, plan));
    }
    long missing = Math.min(wanted, plan.capacity()) - before;
    long from = before;
    for (int round = 0; round < ROUNDS && missing > 0; round++) {
      long spare = good < sample ? missing / 5 + sample : 0;
      long tries = Math.min(missing * TRIES, missing * sample / good + spare);
      run(plan.insert(from, from + tries - 1, missing));
      from += tries;
      missing = Math.min(wanted, plan.capacity()) - count(table);
    }
    return plan.limit()
        .filter(limit -> plan.capacity() < wanted)
        .or(() -> Optional.of("generated rows collide with those that are there"));
  }

  private String whyNone(TableInfo table, TablePlan plan) throws SQLException {
    for (Check check : table.checks()) {
      if (probe.number(plan.countOf(0, SAMPLE - 1, check)) == 0) {
        return "no generated row keeps " + check.name();
      }
    }
    return "no generated row keeps all checks";
  }

  private void afterwards(TableInfo table) throws SQLException {
    for (Column column : table.columns()) {
      if (!column.sequence().isEmpty()) {
        run("SELECT setval(%s::regclass, greatest(max(%s), (SELECT last_value FROM %s))) FROM %s"
            .formatted(
                Sql.constant(column.sequence()),
                Sql.name(column.name()),
                column.sequence(),
                table.sql()));
      }
    }
    run("ANALYZE " + table.sql());
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}
