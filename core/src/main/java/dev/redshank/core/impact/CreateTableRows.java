package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Setups.ANIMALS;
import static dev.redshank.core.impact.Setups.CUSTOMERS;
import static dev.redshank.core.impact.Setups.EVENTS;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.Setups.QUOTED;
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.ACCESS_SHARE;
import static dev.redshank.core.postgres.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.CreateTable;
import java.util.List;

/** What the making of a table does to the tables that are there. */
final class CreateTableRows {
  private CreateTableRows() {}

  private static final Fact<Object> NEW = new Fact<>(
      "the table is not there yet",
      scene -> !(scene.statement() instanceof CreateTable create
          && create.ifNotExists()
          && scene.state().relation(create.name()).isPresent()));

  private static final Which<Parts.NewTableConstraint> REFERENCED = new Which<>(
      "the table it refers to and its partitions",
      scene -> scene.part().constraint() instanceof Constraint.ForeignKey key
              && !key.referenced().equals(scene.named())
          ? Constraints.partitions(scene, scene.resolve(key.referenced()))
          : List.of());

  private static final Which<Object> DEFAULT_PARTITION = new Which<>(
      "the default partition",
      scene -> Relations.defaultPartition(scene.state(), scene.target())
          .map(List::of)
          .orElse(List.of()));

  static final List<ImpactRow<?>> ROWS = List.of(
      row("create-table", CreateTable.class)
          .when(NEW)
          .writes(CATALOG)
          .given()
          .shows(
              "CREATE TABLE orders (id bigserial PRIMARY KEY, note text UNIQUE)",
              "CREATE UNLOGGED TABLE IF NOT EXISTS orders (id int)",
              "CREATE TEMP TABLE orders (id int) ON COMMIT DROP",
              "CREATE TABLE orders (id int, parent int, PRIMARY KEY (id), FOREIGN KEY (parent) REFERENCES orders)",
              "CREATE TABLE events (at date) PARTITION BY RANGE (at)")
          .given("CREATE TYPE pair AS (a int, b text)", "CREATE SCHEMA \"Shop\"")
          .shows("CREATE TABLE pairs OF pair", "CREATE TABLE \"Shop\".\"Order Lines\" (id int)")
          .end(),
      row("create-table-references", Parts.NewTableConstraint.class)
          .when(NEW)
          .locks(SHARE_ROW_EXCLUSIVE, REFERENCED)
          .given(CUSTOMERS)
          .shows(
              "CREATE TABLE carts (id int, customer_id bigint REFERENCES customers)",
              "CREATE TABLE carts (id int, buyer bigint, FOREIGN KEY (buyer) REFERENCES public.customers (id))")
          .given(QUOTED)
          .shows(
              "CREATE TABLE notes (line bigint REFERENCES \"Shop\".\"Order Lines\" (\"Id\") ON DELETE CASCADE)")
          .given(EVENTS)
          .and("ALTER TABLE events ADD PRIMARY KEY (id, at)")
          .shows("CREATE TABLE notes (id bigint, at date, FOREIGN KEY (id, at) REFERENCES events)")
          .end(),
      row("create-table-like", CreateTable.Like.class)
          .when(NEW)
          .locks(ACCESS_SHARE, TARGET)
          .given(ORDERS)
          .shows("CREATE TABLE copy (LIKE orders)", "CREATE TABLE copy (LIKE orders INCLUDING ALL)")
          .end(),
      row("create-table-inherits", Parts.InheritedTable.class)
          .when(NEW)
          .locks(SHARE_UPDATE_EXCLUSIVE, TARGET)
          .given(ANIMALS)
          .shows("CREATE TABLE fish (fins int) INHERITS (animals)")
          .end(),
      row("create-partition", CreateTable.PartitionOf.class)
          .when(NEW)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .given(EVENTS)
          .shows(
              "CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
              "CREATE TABLE events_rest PARTITION OF events DEFAULT")
          .and("CREATE INDEX events_note ON events (note)")
          .shows(
              "CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")
          .end(),
      row("create-partition-beside-default", CreateTable.PartitionOf.class)
          .when(NEW)
          .locks(ACCESS_EXCLUSIVE, DEFAULT_PARTITION)
          .scans(DEFAULT_PARTITION)
          .given(EVENTS)
          .and(
              "CREATE TABLE events_rest PARTITION OF events DEFAULT",
              "INSERT INTO events SELECT g, '2040-01-01', '' FROM generate_series(1, 3000) g")
          .shows(
              "CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")
          .end(),
      row("create-partition-referenced-read", CreateTable.PartitionOf.class)
          .to(14)
          .when(NEW)
          .locks(ACCESS_SHARE, Relations.REFERRING_TO_WHOLE)
          .given(Setups.USED_NUMBERS)
          .shows("CREATE TABLE huge PARTITION OF numbers FOR VALUES FROM (2000) TO (3000)")
          .end(),
      row("create-partition-referenced", CreateTable.PartitionOf.class)
          .from(15)
          .when(NEW)
          .locks(SHARE_ROW_EXCLUSIVE, Relations.REFERRING_TO_WHOLE)
          .given(Setups.USED_NUMBERS)
          .shows("CREATE TABLE huge PARTITION OF numbers FOR VALUES FROM (2000) TO (3000)")
          .end(),
      row("create-partition-foreign-keys", CreateTable.PartitionOf.class)
          .when(NEW)
          .locks(
              SHARE_ROW_EXCLUSIVE,
              new Which<>(
                  "the tables that the parent's foreign keys refer to, and their partitions",
                  scene -> Relations.REFERENCED_BY_TARGET.in(scene)))
          .given(Setups.all(CUSTOMERS, EVENTS))
          .and(
              "INSERT INTO customers SELECT g, 'c' FROM generate_series(3001, 6000) g",
              "ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES customers (id)")
          .shows(
              "CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")
          .end(),
      row("create-table-new-enum-value", CreateTable.class)
          .when(NEW)
          .when(
              "a value that it names was added to its enum in this transaction",
              scene -> NewLabels.usedByTable(scene))
          .fails("55P04", "a new enum value cannot be used before its transaction commits")
          .given(Setups.DAYS)
          .showsAfter(
              "ALTER TYPE mood ADD VALUE 'busy'", "CREATE TABLE nights (mood mood DEFAULT 'busy')")
          .showsAfter(
              "ALTER TYPE mood ADD VALUE 'busy'",
              "CREATE TABLE nights (mood mood DEFAULT 'busy'::mood NOT NULL)")
          .showsAfter(
              "ALTER TYPE mood ADD VALUE 'busy'",
              "CREATE TABLE nights (mood mood, CHECK (mood <> 'busy'))")
          .unseen("CREATE TYPE mood AS ENUM ('calm')")
          .showsAfter(
              "ALTER TYPE mood ADD VALUE 'busy'", "CREATE TABLE nights (mood mood DEFAULT 'busy')")
          .end(),
      row("create-table-new-value-of-new-enum", CreateTable.class)
          .to(16)
          .when(NEW)
          .when(
              "a value that it names was added to its enum in this transaction",
              scene -> NewLabels.usedByTable(scene))
          .fails("55P04", "a new enum value cannot be used before its transaction commits")
          .given(Setups.DAYS)
          .showsAfter(
              List.of("CREATE TYPE color AS ENUM ('red')", "ALTER TYPE color ADD VALUE 'blue'"),
              "CREATE TABLE cars (color color DEFAULT 'blue')")
          .end());
}
