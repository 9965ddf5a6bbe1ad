package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.INDEXES;
import static dev.redshank.core.impact.Relations.STORED;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Relations.TREE;
import static dev.redshank.core.impact.Setups.ANIMALS;
import static dev.redshank.core.impact.Setups.EVENTS;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.Setups.ORDERS_OF_CUSTOMERS;
import static dev.redshank.core.impact.Setups.QUOTED;
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.postgres.LockMode.ACCESS_EXCLUSIVE;

import dev.redshank.core.postgres.Casts;
import dev.redshank.core.schema.Index;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.TableConstraint;
import dev.redshank.core.statement.AlterAction.AlterColumnType;
import dev.redshank.core.statement.Constraint;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What happens when a column gets another type. */
final class TypeChangeRows {
  private TypeChangeRows() {}

  private static final Fact<AlterColumnType> REWRITES =
      new Fact<>("the values change on disk", scene -> outcome(scene) == Casts.Outcome.REWRITES);

  private static final Fact<AlterColumnType> UNKNOWN =
      new Fact<>("the column's type is not known", scene -> TypeChange.of(scene).isEmpty());

  private static final Fact<AlterColumnType> REBUILDS = new Fact<>(
      "the values stay and sort in another way",
      scene -> TypeChange.of(scene)
          .map(change -> change.outcome() == Casts.Outcome.KEEPS && change.rebuildsIndexes())
          .orElse(false));

  private static final Fact<AlterColumnType> ZONE_UNKNOWN = new Fact<>(
      "the session's TimeZone decides and no statement set it",
      scene -> TypeChange.of(scene).map(Casts.Change::byTimeZone).orElse(false)
          && scene.situation().transaction().timeZone().isEmpty());

  private static final Fact<AlterColumnType> IN_UTC = new Fact<>(
      "the session's TimeZone is UTC and decides",
      scene -> TypeChange.of(scene).map(Casts.Change::byTimeZone).orElse(false)
          && TypeChange.isUtc(scene));

  private static final Which<AlterColumnType> INDEXES_ON_COLUMN = new Which<>(
      "every index that uses the column",
      scene -> scene.indexesOn(scene.tree()).stream()
          .filter(index -> index.uses(scene.part().column().name()))
          .map(Index::name)
          .toList());

  private static final Which<AlterColumnType> TABLES_WITH_INDEX = new Which<>(
      "every table with such an index",
      scene -> scene.indexesOn(scene.tree()).stream()
          .filter(index -> index.uses(scene.part().column().name()))
          .map(Index::table)
          .toList());

  private static final Fact<AlterColumnType> CHECKED = new Fact<>(
      "a CHECK uses the column",
      scene -> constraints(scene).stream()
          .anyMatch(each -> each.definition() instanceof Constraint.Check));

  private static final Which<AlterColumnType> REFERENCED = new Which<>(
      "the tables that foreign keys of the column refer to",
      scene -> TypeChangeRows.referenced(scene));

  private static final Which<AlterColumnType> REFERRING = new Which<>(
      "the tables whose foreign keys refer to the column",
      scene -> TypeChangeRows.referring(scene));

  private static final Fact<AlterColumnType> READ_BY_VIEW = new Fact<>(
      "a view reads the column",
      scene -> !scene.state().dependents(scene.target()).isEmpty());

  /** CheckIndexCompatible of PostgreSQL's source: only indexes of plain columns on all rows are kept. */
  private static List<Index> special(Scene<? extends AlterColumnType> scene) {
    return scene.indexesOn(scene.tree()).stream()
        .filter(index -> index.uses(scene.part().column().name()))
        .filter(index -> index.hasExpressions() || index.partial())
        .toList();
  }

  private static final Which<AlterColumnType> SPECIAL_INDEXES = new Which<>(
      "every index with an expression or a WHERE that uses the column",
      scene -> special(scene).stream().map(Index::name).toList());

  private static final Which<AlterColumnType> TABLES_WITH_SPECIAL_INDEX = new Which<>(
      "every table with such an index",
      scene -> special(scene).stream().map(Index::table).toList());

  static final List<ImpactRow<?>> ROWS = List.of(
      row("alter-type", AlterColumnType.class)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ALTER COLUMN note TYPE varchar(100)",
              "ALTER TABLE orders ALTER COLUMN note SET DATA TYPE text",
              "ALTER TABLE orders ALTER COLUMN note TYPE varchar",
              "ALTER TABLE orders ALTER COLUMN note TYPE text USING note::text",
              "ALTER TABLE orders ALTER COLUMN note TYPE text USING note",
              "ALTER TABLE orders ALTER COLUMN total TYPE numeric(20,2)",
              "ALTER TABLE orders ALTER COLUMN total TYPE numeric",
              "ALTER TABLE orders ALTER COLUMN total TYPE decimal(12, 2)",
              "ALTER TABLE orders ALTER id TYPE int8")
          .and("CREATE INDEX orders_note ON orders (note)")
          .shows(
              "ALTER TABLE orders ALTER COLUMN note TYPE varchar(100)",
              "ALTER TABLE orders ALTER COLUMN note TYPE text")
          .given(
              "CREATE TABLE samples (t timestamp(3), i interval(3), b varbit(10), c cidr, d time(2))")
          .shows(
              "ALTER TABLE samples ALTER t TYPE timestamp(6)",
              "ALTER TABLE samples ALTER t TYPE timestamp",
              "ALTER TABLE samples ALTER i TYPE interval(6)",
              "ALTER TABLE samples ALTER b TYPE bit varying(20)",
              "ALTER TABLE samples ALTER c TYPE inet",
              "ALTER TABLE samples ALTER d TYPE time(4)")
          .given(
              "CREATE DOMAIN label AS text",
              "CREATE TABLE samples (l label)",
              "INSERT INTO samples SELECT g FROM generate_series(1, 3000) g")
          .shows("ALTER TABLE samples ALTER l TYPE text")
          .given(EVENTS)
          .shows("ALTER TABLE events ALTER COLUMN note TYPE varchar")
          .end(),
      row("alter-type-rewrite", AlterColumnType.class)
          .when(REWRITES)
          .rewrites(STORED)
          .builds(INDEXES)
          .given(ORDERS)
          .and("CREATE INDEX orders_note ON orders (note)")
          .shows(
              "ALTER TABLE orders ALTER COLUMN id TYPE numeric",
              "ALTER TABLE orders ALTER COLUMN customer_id TYPE int",
              "ALTER TABLE orders ALTER COLUMN note TYPE varchar(40)",
              "ALTER TABLE orders ALTER COLUMN note TYPE char(60)",
              "ALTER TABLE orders ALTER COLUMN total TYPE numeric(20,4)",
              "ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamp(3)",
              "ALTER TABLE orders ALTER COLUMN placed_at TYPE date",
              "ALTER TABLE orders ALTER COLUMN note TYPE text USING upper(note)",
              "ALTER TABLE orders ALTER COLUMN note TYPE bigint USING length(note)")
          .given(
              "CREATE TYPE mood AS ENUM ('calm', 'busy')",
              "CREATE TABLE days (id int, mood mood, facts json, code char(10), n int)",
              "INSERT INTO days SELECT g, 'calm', '{}', 'x', g FROM generate_series(1, 3000) g")
          .shows(
              "ALTER TABLE days ALTER COLUMN id TYPE bigint",
              "ALTER TABLE days ALTER COLUMN mood TYPE text",
              "ALTER TABLE days ALTER COLUMN facts TYPE jsonb",
              "ALTER TABLE days ALTER COLUMN code TYPE char(20)",
              "ALTER TABLE days ALTER COLUMN code TYPE text",
              "ALTER TABLE days ALTER COLUMN n TYPE smallint")
          .and("CREATE DOMAIN positive AS int CHECK (VALUE > 0)")
          .shows("ALTER TABLE days ALTER COLUMN n TYPE positive")
          .given(
              "CREATE UNLOGGED TABLE drafts (id int)",
              "INSERT INTO drafts SELECT g FROM generate_series(1, 3000) g")
          .shows("ALTER TABLE drafts ALTER COLUMN id TYPE bigint")
          .given(QUOTED)
          .shows("ALTER TABLE \"Shop\".\"Order Lines\" ALTER COLUMN \"Id\" TYPE int")
          .given(EVENTS)
          .shows("ALTER TABLE events ALTER COLUMN id TYPE numeric")
          .given(ANIMALS)
          .shows("ALTER TABLE animals ALTER COLUMN id TYPE numeric")
          .end(),
      row("alter-type-index-rebuild", AlterColumnType.class)
          .when(REBUILDS)
          .builds(INDEXES_ON_COLUMN)
          .scans(TABLES_WITH_INDEX)
          .given(ORDERS)
          .and(
              "CREATE INDEX orders_placed ON orders (placed_at)",
              "CREATE INDEX orders_note ON orders (note)")
          .shows(
              "ALTER TABLE orders ALTER COLUMN note TYPE text COLLATE \"POSIX\"",
              "ALTER TABLE orders ALTER COLUMN note TYPE bpchar")
          .end(),
      row("alter-type-special-index", AlterColumnType.class)
          .when("the values stay", scene -> outcome(scene) == Casts.Outcome.KEEPS)
          .builds(SPECIAL_INDEXES)
          .scans(TABLES_WITH_SPECIAL_INDEX)
          .given(ORDERS)
          .and("CREATE INDEX orders_lower ON orders (lower(note))")
          .shows(
              "ALTER TABLE orders ALTER COLUMN note TYPE varchar(100)",
              "ALTER TABLE orders ALTER COLUMN note TYPE varchar(50)")
          .given(ORDERS)
          .and(
              "CREATE INDEX orders_some ON orders (note) WHERE total > 5",
              "CREATE INDEX orders_long ON orders (id) WHERE note <> ''")
          .shows("ALTER TABLE orders ALTER COLUMN note TYPE text")
          .end(),
      row("alter-type-unknown", AlterColumnType.class)
          .when(UNKNOWN)
          .unsure("type", TARGET, "rewritten unless the type before has the same form on disk")
          .unseen(ORDERS)
          .shows("ALTER TABLE orders ALTER COLUMN note TYPE text")
          .end(),
      row("alter-type-narrower", AlterColumnType.class)
          .when("the new type has no place for some values", TypeFit::isNarrower)
          .unsure(
              "rows", TARGET, "fails with 22001 or 22003 if a value has no place in the new type")
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ALTER COLUMN customer_id TYPE int",
              "ALTER TABLE orders ALTER COLUMN customer_id TYPE smallint USING customer_id::smallint",
              "ALTER TABLE orders ALTER COLUMN note TYPE varchar(1)",
              "ALTER TABLE orders ALTER COLUMN total TYPE numeric(4,2)")
          .end(),
      row("alter-type-parsed", AlterColumnType.class)
          .when("some values cannot be read as the new type", TypeFit::isParsed)
          .unsure(
              "rows", TARGET, "fails with 22P02 or 22007 if a value cannot be read as the new type")
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ALTER COLUMN note TYPE int USING note::int",
              "ALTER TABLE orders ALTER COLUMN note TYPE date USING note::date")
          .given(
              "CREATE TYPE mood AS ENUM ('calm', 'busy')",
              "CREATE TYPE mood_before AS ENUM ('busy')",
              "CREATE TABLE days (id int, mood mood)",
              "INSERT INTO days SELECT g, 'calm' FROM generate_series(1, 3000) g")
          .shows(
              "ALTER TABLE days ALTER COLUMN mood TYPE mood_before USING mood::text::mood_before")
          .end(),
      row("alter-type-in-utc", AlterColumnType.class)
          .when(IN_UTC)
          .writes(CATALOG)
          .given(ORDERS)
          .showsAfter(
              "SET LOCAL TimeZone = 'UTC'",
              "ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz")
          .and("CREATE INDEX orders_placed ON orders (placed_at)")
          .showsAfter(
              "SET LOCAL TIME ZONE 'UTC'",
              "ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz")
          .end(),
      row("alter-type-by-time-zone", AlterColumnType.class)
          .when(ZONE_UNKNOWN)
          .unsure("time-zone", TARGET, "not rewritten if the session's TimeZone is UTC")
          .given(ORDERS)
          .shows("ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz")
          .end(),
      row("alter-type-checked", AlterColumnType.class)
          .when(CHECKED)
          .scans(STORED)
          .given(ORDERS)
          .and("ALTER TABLE orders ADD CHECK (length(note) < 60)")
          .shows("ALTER TABLE orders ALTER COLUMN note TYPE text")
          .end(),
      row("alter-type-of-foreign-key", AlterColumnType.class)
          .locks(ACCESS_EXCLUSIVE, REFERENCED)
          .given(ORDERS_OF_CUSTOMERS)
          .shows("ALTER TABLE orders ALTER COLUMN customer_id TYPE int")
          .end(),
      row("alter-type-referred-to", AlterColumnType.class)
          .locks(ACCESS_EXCLUSIVE, REFERRING)
          .given(ORDERS_OF_CUSTOMERS)
          .shows("ALTER TABLE customers ALTER COLUMN id TYPE int")
          .end(),
      row("alter-type-in-view", AlterColumnType.class)
          .when(READ_BY_VIEW)
          .unsure("view", TARGET, "fails with 0A000 if a view uses the column")
          .given(ORDERS)
          .and("CREATE VIEW notes AS SELECT note FROM orders")
          .shows(
              "ALTER TABLE orders ALTER COLUMN note TYPE text",
              "ALTER TABLE orders ALTER COLUMN total TYPE numeric")
          .end());

  private static Casts.Outcome outcome(Scene<? extends AlterColumnType> scene) {
    return TypeChange.of(scene).map(Casts.Change::outcome).orElse(Casts.Outcome.KEEPS);
  }

  private static List<TableConstraint> constraints(Scene<? extends AlterColumnType> scene) {
    return scene.relation().stream()
        .flatMap(table -> table.constraints().values().stream())
        .filter(each -> each.columns().contains(scene.part().column().name()))
        .toList();
  }

  private static Collection<RelationName> referenced(Scene<? extends AlterColumnType> scene) {
    Set<RelationName> found = new LinkedHashSet<>();
    constraints(scene).forEach(each -> each.references().ifPresent(found::add));
    return found;
  }

  private static Collection<RelationName> referring(Scene<? extends AlterColumnType> scene) {
    return Columns.referring(scene, scene.part().column().name());
  }
}
