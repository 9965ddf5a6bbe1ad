package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.DEPENDENT_VIEWS;
import static dev.redshank.core.impact.Relations.PARENT;
import static dev.redshank.core.impact.Relations.REFERENCED_TABLES;
import static dev.redshank.core.impact.Relations.REFERENCING_TABLES;
import static dev.redshank.core.impact.Relations.TABLE_OF_INDEX;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Setups.CUSTOMERS;
import static dev.redshank.core.impact.Setups.EVENTS;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.Setups.ORDERS_OF_CUSTOMERS;
import static dev.redshank.core.impact.Setups.QUOTED;
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.redshank.core.schema.Index;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.ObjectKind;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What happens when objects are dropped by name. */
final class DropRows {
  private DropRows() {}

  private static Fact<DropObjects> of(ObjectKind kind) {
    return new Fact<>("of a " + kind.words(), scene -> scene.part().target() == kind);
  }

  private static final Fact<DropObjects> TABLE = new Fact<>(
      "of a table",
      scene -> scene.part().target() == ObjectKind.TABLE
          || scene.part().target() == ObjectKind.FOREIGN_TABLE);

  private static final Fact<DropObjects> VIEW = new Fact<>(
      "of a view",
      scene -> scene.part().target() == ObjectKind.VIEW
          || scene.part().target() == ObjectKind.MATERIALIZED_VIEW);

  private static final Fact<DropObjects> INDEX = of(ObjectKind.INDEX);

  private static final Fact<DropObjects> CONCURRENTLY =
      new Fact<>("CONCURRENTLY", scene -> scene.part().concurrently());

  private static final Fact<DropObjects> CASCADES =
      new Fact<>("CASCADE", scene -> scene.part().cascade());

  /** IF EXISTS finds nothing where a migration dropped it, or never made it. */
  private static final Fact<DropObjects> PERHAPS_THERE = new Fact<>(
      "it may be there",
      scene -> !scene.part().ifExists()
          || scene.relation().isPresent()
          || scene.index().isPresent());

  private static final Fact<DropObjects> REFERRED_TO = new Fact<>(
      "a foreign key of a table that stays refers to it",
      scene -> !remaining(scene, Relations.REFERENCING_TABLES.in(scene)).isEmpty());

  private static final Fact<DropObjects> READ = new Fact<>(
      "a view that stays reads it",
      scene -> !remaining(scene, Relations.DEPENDENT_VIEWS.in(scene)).isEmpty());

  private static final Which<Object> DEFAULT_PARTITION_OF_PARENT = new Which<>(
      "its parent's default partition",
      scene -> scene
          .relation()
          .flatMap(Relation::partitionOf)
          .flatMap(parent -> Relations.defaultPartition(scene.state(), parent))
          .map(List::of)
          .orElse(List.of()));

  private static final Which<Object> TREE_OF_INDEX = new Which<>(
      "the index's table and its partitions",
      scene -> scene
          .index()
          .map(index -> Constraints.partitions(scene, index.table()))
          .orElse(List.of()));

  private static final Which<Object> DROPPED =
      new Which<>("it and everything below it", scene -> scene.below(scene.target()));

  private static List<RelationName> remaining(
      Scene<? extends DropObjects> scene, Collection<RelationName> relations) {
    List<RelationName> dropped = scene.part().names().stream()
        .flatMap(name -> scene.below(scene.resolve(name)).stream())
        .toList();
    return relations.stream().filter(name -> !dropped.contains(name)).toList();
  }

  private static final Which<DropObjects> IN_SCHEMA = new Which<>(
      "every known relation in the schema",
      scene -> scene.state().relationsIn(scene.named().name()));

  private static final Which<DropObjects> COLUMNS_OF_TYPE = new Which<>(
      "every table with a column of the type", scene -> TypeUsers.of(scene, scene.named()));

  private static final Set<ObjectKind> NO_RELATIONS = Set.of(
      ObjectKind.TYPE,
      ObjectKind.DOMAIN,
      ObjectKind.FUNCTION,
      ObjectKind.PROCEDURE,
      ObjectKind.ROUTINE,
      ObjectKind.SCHEMA,
      ObjectKind.AGGREGATE);

  static final List<ImpactRow<?>> ROWS = List.of(
      row("drop-table", DropObjects.class)
          .when(TABLE)
          .when(PERHAPS_THERE)
          .locks(ACCESS_EXCLUSIVE, DROPPED)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("DROP TABLE orders", "DROP TABLE IF EXISTS public.orders")
          .given(QUOTED)
          .shows("DROP TABLE \"Shop\".\"Order Lines\" CASCADE")
          .given(EVENTS)
          .shows("DROP TABLE events")
          .given(Setups.all(CUSTOMERS, ORDERS))
          .shows("DROP TABLE customers, orders")
          .end(),
      row("drop-table-if-exists-missing", DropObjects.class)
          .when(TABLE)
          .unless(PERHAPS_THERE)
          .unsure("table", TARGET, "locked if it exists")
          .given(ORDERS)
          .shows("DROP TABLE IF EXISTS missing")
          .end(),
      row("drop-table-foreign-keys", DropObjects.class)
          .when(TABLE)
          .locks(ACCESS_EXCLUSIVE, REFERENCED_TABLES)
          .given(ORDERS_OF_CUSTOMERS)
          .shows("DROP TABLE orders", "DROP TABLE orders, customers")
          .end(),
      row("drop-partition", DropObjects.class)
          .when(TABLE)
          .locks(ACCESS_EXCLUSIVE, PARENT)
          .locks(ACCESS_EXCLUSIVE, DEFAULT_PARTITION_OF_PARENT)
          .given(EVENTS)
          .shows("DROP TABLE events_2024")
          .and("CREATE TABLE events_rest PARTITION OF events DEFAULT")
          .shows("DROP TABLE events_2024")
          .end(),
      row("drop-referenced-table", DropObjects.class)
          .when(TABLE)
          .when(REFERRED_TO)
          .unless(CASCADES)
          .fails("2BP01", "a foreign key refers to the table")
          .given(ORDERS_OF_CUSTOMERS)
          .shows("DROP TABLE customers")
          .end(),
      row("drop-referenced-table-cascade", DropObjects.class)
          .when(TABLE)
          .when(CASCADES)
          .locks(ACCESS_EXCLUSIVE, REFERENCING_TABLES)
          .given(ORDERS_OF_CUSTOMERS)
          .shows("DROP TABLE customers CASCADE")
          .end(),
      row("drop-read-relation", DropObjects.class)
          .when(new Fact<>("of a relation", scene -> TABLE.holds(scene) || VIEW.holds(scene)))
          .when(READ)
          .unless(CASCADES)
          .fails("2BP01", "a view reads it")
          .given(ORDERS)
          .and(
              "CREATE VIEW notes AS SELECT note FROM orders",
              "CREATE VIEW upper_notes AS SELECT upper(note) FROM notes")
          .shows("DROP TABLE orders", "DROP VIEW notes")
          .end(),
      row("drop-cascade-views", DropObjects.class)
          .when(new Fact<>("of a relation", scene -> TABLE.holds(scene) || VIEW.holds(scene)))
          .when(CASCADES)
          .locks(ACCESS_EXCLUSIVE, DEPENDENT_VIEWS)
          .given(ORDERS)
          .and(
              "CREATE VIEW notes AS SELECT note FROM orders",
              "CREATE VIEW upper_notes AS SELECT upper(note) FROM notes")
          .shows("DROP TABLE orders CASCADE", "DROP VIEW notes CASCADE")
          .end(),
      row("drop-view", DropObjects.class)
          .when(VIEW)
          .when(PERHAPS_THERE)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and(
              "CREATE VIEW notes AS SELECT note FROM orders",
              "CREATE MATERIALIZED VIEW kept AS SELECT note FROM orders")
          .shows("DROP VIEW notes", "DROP VIEW IF EXISTS notes", "DROP MATERIALIZED VIEW kept")
          .end(),
      row("drop-sequence", DropObjects.class)
          .when(of(ObjectKind.SEQUENCE))
          .when(PERHAPS_THERE)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given("CREATE SEQUENCE numbers", "CREATE SEQUENCE \"More Numbers\"")
          .shows("DROP SEQUENCE numbers", "DROP SEQUENCE \"More Numbers\"")
          .end(),
      row("drop-index", DropObjects.class)
          .when(INDEX)
          .unless(CONCURRENTLY)
          .when(PERHAPS_THERE)
          .locks(ACCESS_EXCLUSIVE, TREE_OF_INDEX)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and(
              "CREATE INDEX orders_note ON orders (note)",
              "CREATE INDEX orders_total ON orders (total)")
          .shows("DROP INDEX orders_note", "DROP INDEX IF EXISTS public.orders_note, orders_total")
          .given(QUOTED)
          .and("CREATE INDEX \"By Note\" ON \"Shop\".\"Order Lines\" (\"Note\")")
          .shows("DROP INDEX \"Shop\".\"By Note\"")
          .given(EVENTS)
          .and("CREATE INDEX events_note ON events (note)")
          .shows("DROP INDEX events_note")
          .end(),
      row("drop-index-concurrently", DropObjects.class)
          .when(INDEX)
          .when(CONCURRENTLY)
          .refusesTransaction()
          .given(ORDERS)
          .and("CREATE INDEX orders_note ON orders (note)")
          .shows("DROP INDEX CONCURRENTLY IF EXISTS missing")
          .end(),
      row("drop-index-concurrently-existing", DropObjects.class)
          .when(INDEX)
          .when(CONCURRENTLY)
          .when(PERHAPS_THERE)
          .locks(SHARE_UPDATE_EXCLUSIVE, TABLE_OF_INDEX)
          .locks(SHARE_UPDATE_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and("CREATE INDEX orders_note ON orders (note)")
          .shows(
              "DROP INDEX CONCURRENTLY orders_note",
              "DROP INDEX CONCURRENTLY IF EXISTS orders_note")
          .end(),
      row("drop-indexes-concurrently", DropObjects.class)
          .when(INDEX)
          .when(CONCURRENTLY)
          .when(
              "several at once, or CASCADE",
              scene -> scene.part().names().size() > 1 || scene.part().cascade())
          .fails("0A000", "CONCURRENTLY drops one index at a time, without CASCADE")
          .given(ORDERS)
          .and(
              "CREATE INDEX orders_note ON orders (note)",
              "CREATE INDEX orders_total ON orders (total)")
          .shows(
              "DROP INDEX CONCURRENTLY orders_note, orders_total",
              "DROP INDEX CONCURRENTLY orders_note CASCADE")
          .end(),
      row("drop-index-of-constraint", DropObjects.class)
          .when(INDEX)
          .when(
              "it belongs to a constraint",
              scene -> scene.index().flatMap(Index::constraint).isPresent())
          .fails("2BP01", "a constraint relies on the index")
          .given(ORDERS)
          .shows("DROP INDEX orders_pkey")
          .end(),
      row("drop-unknown-index", DropObjects.class)
          .when(INDEX)
          .when("the index is not known", scene -> scene.index().isEmpty())
          .unsure("table", TARGET, "the index's table is not known, and is locked too")
          .unseen(Setups.all(ORDERS, List.of("CREATE INDEX orders_note ON orders (note)")))
          .shows("DROP INDEX orders_note")
          .end(),
      row("drop-schema", DropObjects.class)
          .when(of(ObjectKind.SCHEMA))
          .when(CASCADES)
          .locks(ACCESS_EXCLUSIVE, IN_SCHEMA)
          .writes(CATALOG)
          .given(QUOTED)
          .shows("DROP SCHEMA \"Shop\" CASCADE")
          .end(),
      row("drop-type-cascade", DropObjects.class)
          .when(new Fact<>(
              "of a type or domain",
              scene -> scene.part().target() == ObjectKind.TYPE
                  || scene.part().target() == ObjectKind.DOMAIN))
          .when(CASCADES)
          .locks(ACCESS_EXCLUSIVE, COLUMNS_OF_TYPE)
          .writes(CATALOG)
          .given("CREATE TYPE mood AS ENUM ('calm')", "CREATE TABLE days (id int, mood mood)")
          .shows("DROP TYPE mood CASCADE")
          .end(),
      row("drop-used-type", DropObjects.class)
          .when(new Fact<>(
              "of a type or domain",
              scene -> scene.part().target() == ObjectKind.TYPE
                  || scene.part().target() == ObjectKind.DOMAIN))
          .when("a column is of the type", scene -> !COLUMNS_OF_TYPE.in(scene).isEmpty())
          .unless(CASCADES)
          .fails("2BP01", "a column is of the type")
          .given(
              "CREATE TYPE mood AS ENUM ('calm')",
              "CREATE TABLE days (id int, mood mood)",
              "CREATE DOMAIN label AS text",
              "CREATE TABLE notes (l label)")
          .shows("DROP TYPE mood", "DROP DOMAIN label")
          .end(),
      row("drop-statistics", DropObjects.class)
          .when("of statistics", scene -> scene.part().target() == ObjectKind.STATISTICS)
          .unsure(
              "table", TARGET, "the table of the statistics is locked in SHARE UPDATE EXCLUSIVE")
          .given(ORDERS)
          .and("CREATE STATISTICS together ON note, total FROM orders")
          .shows("DROP STATISTICS together", "DROP STATISTICS IF EXISTS public.together")
          .end(),
      row("drop-other", DropObjects.class)
          .when(
              "of what is no relation",
              scene -> NO_RELATIONS.contains(scene.part().target()))
          .writes(CATALOG)
          .given(
              "CREATE TYPE mood AS ENUM ('calm')",
              "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'",
              "CREATE SCHEMA spare")
          .shows(
              "DROP TYPE mood",
              "DROP FUNCTION one()",
              "DROP FUNCTION IF EXISTS one",
              "DROP SCHEMA spare")
          .end());
}
