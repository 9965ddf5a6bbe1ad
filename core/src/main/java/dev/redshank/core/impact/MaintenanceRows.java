package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Relations.TREE;
import static dev.redshank.core.impact.Setups.ANIMALS;
import static dev.redshank.core.impact.Setups.EVENTS;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.Setups.ORDERS_OF_CUSTOMERS;
import static dev.redshank.core.impact.Setups.QUOTED;
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.ACCESS_SHARE;
import static dev.redshank.core.postgres.LockMode.EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.ROW_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.ROW_SHARE;
import static dev.redshank.core.postgres.LockMode.SHARE;
import static dev.redshank.core.postgres.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.Analyze;
import dev.redshank.core.statement.Cluster;
import dev.redshank.core.statement.LockTable;
import dev.redshank.core.statement.Truncate;
import dev.redshank.core.statement.Vacuum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What TRUNCATE, LOCK, VACUUM, ANALYZE and CLUSTER do. */
final class MaintenanceRows {
  private MaintenanceRows() {}

  private static final Fact<Truncate> CASCADES =
      new Fact<>("CASCADE", scene -> scene.part().cascade());

  private static final Which<Truncate> CASCADED = new Which<>(
      "the tables that refer to it, and those that refer to them",
      scene -> MaintenanceRows.cascaded(scene));

  private static final Fact<Vacuum> FULL =
      new Fact<>("FULL", scene -> scene.part().full());

  private static final Fact<Object> NO_TABLE =
      new Fact<>("no table is named", scene -> scene.named().name().isEmpty());

  private static final Which<Object> NAMED = new Which<>(
      "the table and its partitions",
      scene -> NO_TABLE.holds(scene) ? List.of() : Constraints.partitions(scene, scene.target()));

  private static final Which<Object> NAMED_STORED =
      new Which<>("every table of them with rows", scene -> scene.storing(NAMED.in(scene)));

  private static final Which<Object> NAMED_INDEXES =
      new Which<>("their indexes", scene -> Relations.names(scene.indexesOn(NAMED.in(scene))));

  private static final Which<Object> EVERY_TABLE =
      new Which<>("every known table", scene -> MaintenanceRows.everyTable(scene));

  private static final Which<Object> EVERY_STORED =
      new Which<>("every one with rows", scene -> scene.storing(EVERY_TABLE.in(scene)));

  private static final Which<Object> EVERY_INDEX = new Which<>(
      "their indexes", scene -> Relations.names(scene.indexesOn(EVERY_TABLE.in(scene))));

  private static final Which<Object> BEHIND_VIEW = new Which<>(
      "what a view reads",
      scene -> scene.isKind(RelationKind.VIEW) ? Reads.behind(scene, scene.target()) : List.of());

  private static final Which<Object> CHILDREN = new Which<>(
      "the tables that inherit from it",
      scene -> NO_TABLE.holds(scene) ? List.of() : scene.below(scene.target()));

  private static Fact<LockTable> mode(LockMode mode) {
    return new Fact<>("IN " + mode.words() + " MODE", scene -> scene.part().mode() == mode);
  }

  private static ImpactRow<LockTable> lock(LockMode mode) {
    return row(
            "lock-table-" + mode.name().toLowerCase(Locale.ROOT).replace('_', '-'), LockTable.class)
        .when(mode(mode))
        .locks(mode, TREE)
        .locks(mode, BEHIND_VIEW)
        .given(ORDERS)
        .shows("LOCK TABLE orders IN " + mode.words() + " MODE")
        .given(EVENTS)
        .shows(
            "LOCK TABLE events IN " + mode.words() + " MODE",
            "LOCK TABLE ONLY events IN " + mode.words() + " MODE")
        .given(ANIMALS)
        .and(
            "CREATE VIEW beasts AS SELECT * FROM animals",
            "CREATE VIEW names AS SELECT name FROM beasts")
        .shows("LOCK TABLE names IN " + mode.words() + " MODE")
        .end();
  }

  static final List<ImpactRow<?>> ROWS = List.of(
      row("truncate", Truncate.class)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("TRUNCATE orders", "TRUNCATE TABLE ONLY orders RESTART IDENTITY")
          .given(QUOTED)
          .shows("TRUNCATE \"Shop\".\"Order Lines\"")
          .given(EVENTS)
          .shows("TRUNCATE events")
          .given(ANIMALS)
          .shows("TRUNCATE animals", "TRUNCATE ONLY animals", "TRUNCATE ONLY (animals), birds")
          .given(ORDERS_OF_CUSTOMERS)
          .shows("TRUNCATE orders, customers")
          .end(),
      row("truncate-only-partitioned", Truncate.class)
          .when(
              "ONLY a partitioned table", scene -> scene.only() && Tables.PARTITIONED.holds(scene))
          .fails("42809", "ONLY does not empty a partitioned table, which holds no rows itself")
          .given(EVENTS)
          .shows("TRUNCATE ONLY events")
          .end(),
      row("truncate-cascade", Truncate.class)
          .when(CASCADES)
          .locks(ACCESS_EXCLUSIVE, CASCADED)
          .given(ORDERS_OF_CUSTOMERS)
          .and("CREATE TABLE parcels (order_id bigint REFERENCES orders)")
          .shows("TRUNCATE customers CASCADE")
          .end(),
      row("truncate-referenced", Truncate.class)
          .when(
              "a foreign key of another table refers to it",
              scene -> !referring(scene).isEmpty())
          .unless(CASCADES)
          .fails("0A000", "a foreign key refers to the table")
          .given(ORDERS_OF_CUSTOMERS)
          .shows("TRUNCATE customers")
          .end(),
      row("lock-table-outside-transaction", LockTable.class)
          .when("no transaction is open", scene -> !scene.inTransaction())
          .fails("25P01", "LOCK TABLE can only be used in a transaction block")
          .given(ORDERS)
          .showsOutside("LOCK TABLE orders")
          .end(),
      lock(ACCESS_SHARE),
      lock(ROW_SHARE),
      lock(ROW_EXCLUSIVE),
      lock(SHARE_UPDATE_EXCLUSIVE),
      lock(SHARE),
      lock(SHARE_ROW_EXCLUSIVE),
      lock(EXCLUSIVE),
      lock(ACCESS_EXCLUSIVE),
      row("vacuum", Vacuum.class)
          .unless(FULL)
          .locks(SHARE_UPDATE_EXCLUSIVE, NAMED)
          .refusesTransaction()
          .writes(CATALOG)
          .given(ORDERS)
          .shows("VACUUM orders", "VACUUM (ANALYZE) orders", "VACUUM VERBOSE public.orders")
          .end(),
      row("vacuum-full", Vacuum.class)
          .when(FULL)
          .locks(ACCESS_EXCLUSIVE, NAMED)
          .rewrites(NAMED_STORED)
          .builds(NAMED_INDEXES)
          .refusesTransaction()
          .given(ORDERS)
          .shows("VACUUM FULL orders", "VACUUM (FULL, VERBOSE) orders")
          .end(),
      row("vacuum-everything", Vacuum.class)
          .when(NO_TABLE)
          .unless(FULL)
          .locks(SHARE_UPDATE_EXCLUSIVE, EVERY_TABLE)
          .unsure("table", TARGET, "works on every other table of the database too, in turn")
          .given(Setups.all(ORDERS, EVENTS))
          .shows("VACUUM")
          .end(),
      row("vacuum-full-everything", Vacuum.class)
          .when(NO_TABLE)
          .when(FULL)
          .locks(ACCESS_EXCLUSIVE, EVERY_TABLE)
          .rewrites(EVERY_STORED)
          .builds(EVERY_INDEX)
          .unsure("table", TARGET, "works on every other table of the database too, in turn")
          .given(Setups.all(ORDERS, EVENTS))
          .and("CREATE MATERIALIZED VIEW notes AS SELECT note FROM orders")
          .shows("VACUUM FULL")
          .unseen(QUOTED)
          .and(ORDERS)
          .shows("VACUUM FULL")
          .end(),
      row("analyze", Analyze.class)
          .locks(SHARE_UPDATE_EXCLUSIVE, NAMED)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("ANALYZE orders", "ANALYZE VERBOSE orders (note)")
          .given(EVENTS)
          .shows("ANALYZE events")
          .end(),
      row("analyze-children", Analyze.class)
          .to(17)
          .locks(ACCESS_SHARE, CHILDREN)
          .given(ANIMALS)
          .shows("ANALYZE animals")
          .end(),
      row("analyze-children-too", Analyze.class)
          .from(18)
          .locks(SHARE_UPDATE_EXCLUSIVE, CHILDREN)
          .given(ANIMALS)
          .shows("ANALYZE animals")
          .end(),
      row("analyze-everything", Analyze.class)
          .when(NO_TABLE)
          .locks(SHARE_UPDATE_EXCLUSIVE, EVERY_TABLE)
          .unsure("table", TARGET, "works on every other table of the database too, in turn")
          .given(ORDERS)
          .shows("ANALYZE")
          .end(),
      row("cluster", Cluster.class)
          .unless(NO_TABLE)
          .locks(ACCESS_EXCLUSIVE, NAMED)
          .rewrites(NAMED_STORED)
          .builds(NAMED_INDEXES)
          .given(ORDERS)
          .shows("CLUSTER orders USING orders_pkey")
          .and("ALTER TABLE orders CLUSTER ON orders_pkey")
          .shows("CLUSTER orders", "CLUSTER VERBOSE public.orders")
          .end(),
      row("cluster-everything", Cluster.class)
          .when(NO_TABLE)
          .refusesTransaction()
          .unsure("table", TARGET, "works on every table that was clustered before")
          .given(ORDERS)
          .shows("CLUSTER")
          .end());

  /** Those that hold rows, themselves or in their partitions. */
  private static Collection<RelationName> everyTable(Scene<?> scene) {
    return scene.state().relations().stream()
        .filter(Relation::storesRows)
        .map(Relation::name)
        .toList();
  }

  private static Collection<RelationName> cascaded(Scene<? extends Truncate> scene) {
    Set<RelationName> found = new LinkedHashSet<>();
    List<RelationName> open = new ArrayList<>(scene.tree());
    while (!open.isEmpty()) {
      RelationName table = open.remove(open.size() - 1);
      for (RelationName referring : Relations.referencing(scene, List.of(table))) {
        for (RelationName each : scene.below(referring)) {
          if (found.add(each)) {
            open.add(each);
          }
        }
      }
    }
    return found;
  }

  private static List<RelationName> referring(Scene<? extends Truncate> scene) {
    List<RelationName> truncated = scene.part().tables().stream()
        .flatMap(name -> scene.part().only().contains(name)
            ? Stream.of(scene.resolve(name))
            : scene.below(scene.resolve(name)).stream())
        .toList();
    return Relations.referencing(scene, scene.tree()).stream()
        .filter(name -> !truncated.contains(name))
        .toList();
  }
}
