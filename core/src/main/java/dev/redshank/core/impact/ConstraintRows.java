package dev.redshank.core.impact;

import static dev.redshank.core.impact.Constraints.CASCADES;
import static dev.redshank.core.impact.Constraints.DROPPED_INDEX_PARTNERS;
import static dev.redshank.core.impact.Constraints.DROPS_REFERENCED_KEY;
import static dev.redshank.core.impact.Constraints.NOT_ENFORCED;
import static dev.redshank.core.impact.Constraints.NOT_VALID;
import static dev.redshank.core.impact.Constraints.UNKNOWN_DROPPED;
import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.NEW_INDEXES;
import static dev.redshank.core.impact.Relations.STORED;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Relations.TREE;
import static dev.redshank.core.impact.Setups.ANIMALS;
import static dev.redshank.core.impact.Setups.CUSTOMERS;
import static dev.redshank.core.impact.Setups.EVENTS;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.Setups.ORDERS_OF_CUSTOMERS;
import static dev.redshank.core.impact.Setups.QUOTED;
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.ROW_SHARE;
import static dev.redshank.core.postgres.LockMode.SHARE;
import static dev.redshank.core.postgres.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.redshank.core.statement.AlterAction.AlterConstraint;
import dev.redshank.core.statement.AlterAction.DropConstraint;
import dev.redshank.core.statement.AlterAction.ValidateConstraint;
import dev.redshank.core.statement.Constraint.Check;
import dev.redshank.core.statement.Constraint.Exclusion;
import dev.redshank.core.statement.Constraint.ForeignKey;
import dev.redshank.core.statement.Constraint.NotNull;
import dev.redshank.core.statement.Constraint.PrimaryKey;
import dev.redshank.core.statement.Constraint.Unique;
import java.util.List;

/** What happens when a constraint of a table that exists is added, validated, changed or dropped. */
final class ConstraintRows {
  private ConstraintRows() {}

  private static final Fact<Check> NO_INHERIT =
      new Fact<>("NO INHERIT", scene -> scene.part().traits().noInherit());

  private static final Which<Check> CHECKED = new Which<>(
      "every table with rows that it holds for",
      scene -> NO_INHERIT.holds(scene) ? List.of(scene.target()) : scene.storing(scene.tree()));

  private static final List<String> PARTS_OF_KEY = Setups.all(
      EVENTS,
      CUSTOMERS,
      List.of("INSERT INTO customers SELECT g, 'c' FROM generate_series(3001, 6000) g"));

  static final List<ImpactRow<?>> ROWS = List.of(
      row("add-check", Check.class)
          .unless(NO_INHERIT)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ADD CONSTRAINT positive CHECK (total >= 0) NOT VALID",
              "ALTER TABLE orders ADD CHECK (total >= 0) NOT VALID")
          .given(EVENTS)
          .shows("ALTER TABLE events ADD CONSTRAINT filled CHECK (note IS NOT NULL) NOT VALID")
          .end(),
      row("add-check-no-inherit", Check.class)
          .when(NO_INHERIT)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ANIMALS)
          .shows("ALTER TABLE animals ADD CHECK (id > 0) NO INHERIT")
          .end(),
      row("add-check-no-inherit-above-children", Check.class)
          .from(18)
          .when(NO_INHERIT)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .given(ANIMALS)
          .shows("ALTER TABLE animals ADD CHECK (id > 0) NO INHERIT")
          .end(),
      row("add-check-validating", Check.class)
          .unless(NOT_VALID)
          .unless(NOT_ENFORCED)
          .scans(CHECKED)
          .unsure("rows", TARGET, "fails with 23514 if a row does not satisfy it")
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ADD CONSTRAINT positive CHECK (total >= 0)",
              "ALTER TABLE orders ADD CHECK (total < 0)")
          .given(QUOTED)
          .shows("ALTER TABLE \"Shop\".\"Order Lines\" ADD CHECK (\"Id\" > 0)")
          .given(EVENTS)
          .shows("ALTER TABLE events ADD CHECK (id > 0)")
          .given(ANIMALS)
          .shows("ALTER TABLE animals ADD CHECK (id > 0)")
          .end(),
      row("add-check-not-enforced", Check.class)
          .from(18)
          .when(NOT_ENFORCED)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .given(ORDERS)
          .shows("ALTER TABLE orders ADD CONSTRAINT positive CHECK (total < 0) NOT ENFORCED")
          .end(),
      row("add-check-new-enum-value", Check.class)
          .when(
              "a value that it names was added to its enum in this transaction",
              scene -> NewLabels.used(scene, scene.part().condition().tokens()))
          .fails("55P04", "a new enum value cannot be used before its transaction commits")
          .given(Setups.DAYS)
          .showsAfter(
              "ALTER TYPE mood ADD VALUE 'busy'",
              "ALTER TABLE days ADD CHECK (mood <> 'busy') NOT VALID")
          .end(),
      row("add-not-null", NotNull.class)
          .from(18)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("ALTER TABLE orders ADD CONSTRAINT note_filled NOT NULL note NOT VALID")
          .end(),
      row("add-not-null-validating", NotNull.class)
          .from(18)
          .unless(NOT_VALID)
          .when(Constraints.COLUMN_MAY_HOLD_NULL)
          .scans(Constraints.TABLES_WITH_NULLS)
          .unsure("rows", TARGET, "fails with 23502 if a row holds NULL in the column")
          .given(ORDERS)
          .shows("ALTER TABLE orders ADD CONSTRAINT note_filled NOT NULL note")
          .given(ORDERS)
          .and("UPDATE orders SET note = NULL WHERE id = 7")
          .shows("ALTER TABLE orders ADD NOT NULL note")
          .end(),
      row("add-foreign-key", ForeignKey.class)
          .locks(SHARE_ROW_EXCLUSIVE, TREE)
          .locks(SHARE_ROW_EXCLUSIVE, Constraints.REFERENCED)
          .writes(CATALOG)
          .given(Setups.all(CUSTOMERS, ORDERS))
          .shows(
              "ALTER TABLE orders ADD CONSTRAINT buyer FOREIGN KEY (customer_id) REFERENCES customers NOT VALID",
              "ALTER TABLE orders ADD CONSTRAINT self FOREIGN KEY (id) REFERENCES orders (id) NOT VALID")
          .end(),
      row("add-foreign-key-validating", ForeignKey.class)
          .unless(NOT_VALID)
          .unless(NOT_ENFORCED)
          .scans(Constraints.HELD_AGAINST_KEY)
          .unsure("rows", TARGET, "fails with 23503 if a row refers to none")
          .given(Setups.all(CUSTOMERS, ORDERS))
          .shows(
              "ALTER TABLE orders ADD CONSTRAINT buyer FOREIGN KEY (customer_id) REFERENCES customers (id)",
              "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE CASCADE")
          .and("UPDATE orders SET customer_id = -1 WHERE id = 7")
          .shows("ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers")
          .given(Setups.all(EVENTS, CUSTOMERS))
          .and("INSERT INTO customers SELECT g, 'c' FROM generate_series(3001, 6000) g")
          .shows("ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES customers (id)")
          .given(PARTS_OF_KEY)
          .and(
              "ALTER TABLE events_2024 ADD CONSTRAINT of_2024 FOREIGN KEY (id) REFERENCES customers")
          .shows("ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES customers ON DELETE CASCADE")
          .and("ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES customers")
          .shows("ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES customers")
          .given(PARTS_OF_KEY)
          .and(
              "ALTER TABLE events_2024 ADD CONSTRAINT of_2024 FOREIGN KEY (id) REFERENCES customers NOT VALID")
          .shows("ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES customers")
          .given(QUOTED)
          .and(
              "CREATE TABLE notes (line bigint)",
              "INSERT INTO notes SELECT g FROM generate_series(1, 3000) g")
          .shows(
              "ALTER TABLE notes ADD FOREIGN KEY (line) REFERENCES \"Shop\".\"Order Lines\" (\"Id\")")
          .end(),
      row("add-foreign-key-taking-over", ForeignKey.class)
          .when(Constraints.TAKES_OVER)
          .locks(ACCESS_EXCLUSIVE, Constraints.REFERENCED)
          .given(PARTS_OF_KEY)
          .and(
              "ALTER TABLE events_2024 ADD CONSTRAINT of_2024 FOREIGN KEY (id) REFERENCES customers",
              "ALTER TABLE events_2025 ADD CONSTRAINT of_2025 FOREIGN KEY (id) REFERENCES customers (id)")
          .shows("ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES customers (id)")
          .given(PARTS_OF_KEY)
          .and(
              "ALTER TABLE events_2024 ADD CONSTRAINT of_2024 FOREIGN KEY (id) REFERENCES customers")
          .shows("ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES customers")
          .end(),
      row("add-foreign-key-perhaps-taking-over", ForeignKey.class)
          .when(Tables.PARTITIONED)
          .unsure(
              "foreign-key",
              Constraints.PERHAPS_TAKEN_OVER,
              "if it has an equal key it is not scanned, and reads of the table it refers to wait too")
          .given(PARTS_OF_KEY)
          .and(
              "CREATE TABLE events_2026 AS SELECT * FROM events WITH NO DATA",
              "ALTER TABLE events_2026 ALTER id SET NOT NULL, ALTER at SET NOT NULL",
              "INSERT INTO events_2026 SELECT g, '2026-02-02', '' FROM generate_series(1, 3000) g",
              "ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")
          .shows("ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES customers")
          .end(),
      row("add-foreign-key-not-enforced", ForeignKey.class)
          .from(18)
          .when(NOT_ENFORCED)
          .locks(SHARE_ROW_EXCLUSIVE, Constraints.REFERENCED)
          .given(Setups.all(CUSTOMERS, ORDERS))
          .shows(
              "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT ENFORCED")
          .end(),
      row("add-foreign-key-not-valid-partitioned", ForeignKey.class)
          .to(17)
          .when(NOT_VALID)
          .when(Tables.PARTITIONED)
          .fails("42809", "a partitioned table cannot have a NOT VALID foreign key")
          .given(Setups.all(EVENTS, CUSTOMERS))
          .shows("ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES customers (id) NOT VALID")
          .end(),
      row("add-unique", Unique.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and("CREATE UNIQUE INDEX one_note ON orders (note)")
          .shows(
              "ALTER TABLE orders ADD CONSTRAINT one_note UNIQUE USING INDEX one_note",
              "ALTER TABLE orders ADD CONSTRAINT other_name UNIQUE USING INDEX one_note")
          .end(),
      row("add-unique-build", Unique.class)
          .unless(Constraints.UNIQUE_USING_INDEX)
          .locks(SHARE, TREE)
          .scans(STORED)
          .builds(NEW_INDEXES)
          .unsure("rows", TARGET, "fails with 23505 if two rows are equal")
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ADD CONSTRAINT one_note UNIQUE (note)",
              "ALTER TABLE orders ADD UNIQUE (note, total)")
          .and("UPDATE orders SET note = 'same' WHERE id < 3")
          .shows("ALTER TABLE orders ADD UNIQUE (note)")
          .given(QUOTED)
          .shows("ALTER TABLE \"Shop\".\"Order Lines\" ADD UNIQUE (\"Note\")")
          .given(EVENTS)
          .shows(
              "ALTER TABLE events ADD UNIQUE (id, at)",
              "ALTER TABLE ONLY events ADD UNIQUE (id, at)")
          .end(),
      row("add-primary-key", PrimaryKey.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(
              "CREATE TABLE notes (id bigint NOT NULL)",
              "INSERT INTO notes SELECT g FROM generate_series(1, 3000) g",
              "CREATE UNIQUE INDEX notes_id ON notes (id)")
          .shows("ALTER TABLE notes ADD CONSTRAINT notes_pkey PRIMARY KEY USING INDEX notes_id")
          .end(),
      row("add-primary-key-build", PrimaryKey.class)
          .unless(Constraints.KEY_USING_INDEX)
          .locks(SHARE, TREE)
          .scans(STORED)
          .builds(NEW_INDEXES)
          .unsure("rows", TARGET, "fails with 23505 if two rows are equal")
          .given(
              "CREATE TABLE notes (id bigint NOT NULL)",
              "INSERT INTO notes SELECT g FROM generate_series(1, 3000) g")
          .shows(
              "ALTER TABLE notes ADD PRIMARY KEY (id)",
              "ALTER TABLE notes ADD CONSTRAINT the_key PRIMARY KEY (id)")
          .given(EVENTS)
          .shows(
              "ALTER TABLE events ADD PRIMARY KEY (id, at)",
              "ALTER TABLE ONLY events ADD PRIMARY KEY (id, at)")
          .end(),
      row("add-primary-key-nullable", PrimaryKey.class)
          .when(Constraints.KEY_MAY_HOLD_NULL)
          .scans(STORED)
          .unsure("rows", TARGET, "fails with 23502 if a row holds NULL in a column of the key")
          .given(
              "CREATE TABLE notes (id bigint)",
              "INSERT INTO notes SELECT g FROM generate_series(1, 3000) g")
          .shows("ALTER TABLE notes ADD PRIMARY KEY (id)")
          .and("CREATE UNIQUE INDEX notes_id ON notes (id)")
          .shows("ALTER TABLE notes ADD PRIMARY KEY USING INDEX notes_id")
          .and("INSERT INTO notes VALUES (NULL)")
          .shows("ALTER TABLE notes ADD PRIMARY KEY USING INDEX notes_id")
          .end(),
      row("add-unique-build-on-partitions", Unique.class)
          .from(18)
          .unless(Constraints.UNIQUE_USING_INDEX)
          .when(Tables.PARTITIONED)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .given(EVENTS)
          .shows("ALTER TABLE events ADD UNIQUE (id, at)")
          .end(),
      row("add-primary-key-build-on-partitions", PrimaryKey.class)
          .from(18)
          .unless(Constraints.KEY_USING_INDEX)
          .when(Tables.PARTITIONED)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .given(EVENTS)
          .shows("ALTER TABLE events ADD PRIMARY KEY (id, at)")
          .end(),
      row("add-primary-key-nullable-on-partitions", PrimaryKey.class)
          .when(Tables.PARTITIONED)
          .when(Constraints.KEY_MAY_HOLD_NULL)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .given(
              "CREATE TABLE regions (code text, n int) PARTITION BY LIST (code)",
              "CREATE TABLE regions_eu PARTITION OF regions FOR VALUES IN ('de', 'fr')",
              "INSERT INTO regions SELECT 'de', g FROM generate_series(1, 3000) g")
          .shows("ALTER TABLE regions ADD PRIMARY KEY (code, n)")
          .end(),
      row("add-exclusion", Exclusion.class)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .scans(STORED)
          .builds(NEW_INDEXES)
          .unsure("rows", TARGET, "fails with 23P01 if two rows exclude each other")
          .given(
              "CREATE TABLE stays (days int4range)",
              "INSERT INTO stays SELECT int4range(g, g + 1) FROM generate_series(1, 3000) g")
          .shows("ALTER TABLE stays ADD CONSTRAINT apart EXCLUDE USING gist (days WITH &&)")
          .end(),
      row("validate-constraint", ValidateConstraint.class)
          .locks(SHARE_UPDATE_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .and("ALTER TABLE orders ADD CONSTRAINT positive CHECK (total >= 0)")
          .shows("ALTER TABLE orders VALIDATE CONSTRAINT positive")
          .end(),
      row("validate-constraint-scan", ValidateConstraint.class)
          .when(Constraints.TO_BE_VALIDATED)
          .scans(STORED)
          .unsure("rows", TARGET, "fails if a row does not satisfy it")
          .given(ORDERS)
          .and("ALTER TABLE orders ADD CONSTRAINT positive CHECK (total >= 0) NOT VALID")
          .shows("ALTER TABLE orders VALIDATE CONSTRAINT positive")
          .given(EVENTS)
          .and("ALTER TABLE events ADD CONSTRAINT positive CHECK (id >= 0) NOT VALID")
          .shows("ALTER TABLE events VALIDATE CONSTRAINT positive")
          .end(),
      row("validate-foreign-key", ValidateConstraint.class)
          .when(Constraints.TO_BE_VALIDATED)
          .locks(ROW_SHARE, Constraints.REFERENCED_BY_VALIDATED)
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(
              "ALTER TABLE orders ADD CONSTRAINT buyer FOREIGN KEY (customer_id) REFERENCES customers NOT VALID")
          .shows("ALTER TABLE orders VALIDATE CONSTRAINT buyer")
          .end(),
      row("alter-constraint", AlterConstraint.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS_OF_CUSTOMERS)
          .shows(
              "ALTER TABLE orders ALTER CONSTRAINT orders_customer_fk DEFERRABLE INITIALLY DEFERRED")
          .end(),
      row("drop-constraint", DropConstraint.class)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .and("ALTER TABLE orders ADD CONSTRAINT positive CHECK (total >= 0)")
          .shows(
              "ALTER TABLE orders DROP CONSTRAINT positive",
              "ALTER TABLE orders DROP CONSTRAINT orders_pkey",
              "ALTER TABLE orders DROP CONSTRAINT IF EXISTS missing")
          .given(EVENTS)
          .and("ALTER TABLE events ADD CONSTRAINT positive CHECK (id >= 0)")
          .shows("ALTER TABLE events DROP CONSTRAINT positive")
          .end(),
      row("drop-foreign-key", DropConstraint.class)
          .locks(ACCESS_EXCLUSIVE, Constraints.REFERENCED_BY_DROPPED)
          .given(ORDERS_OF_CUSTOMERS)
          .shows("ALTER TABLE orders DROP CONSTRAINT orders_customer_fk")
          .given(QUOTED)
          .and("CREATE TABLE notes (line bigint REFERENCES \"Shop\".\"Order Lines\")")
          .shows("ALTER TABLE notes DROP CONSTRAINT notes_line_fkey")
          .end(),
      row("drop-referenced-key", DropConstraint.class)
          .when(DROPS_REFERENCED_KEY)
          .unless(CASCADES)
          .fails("2BP01", "a foreign key relies on the constraint")
          .given(ORDERS_OF_CUSTOMERS)
          .shows("ALTER TABLE customers DROP CONSTRAINT customers_pkey")
          .end(),
      row("drop-referenced-key-cascade", DropConstraint.class)
          .when(DROPS_REFERENCED_KEY)
          .when(CASCADES)
          .locks(ACCESS_EXCLUSIVE, DROPPED_INDEX_PARTNERS)
          .given(ORDERS_OF_CUSTOMERS)
          .shows("ALTER TABLE customers DROP CONSTRAINT customers_pkey CASCADE")
          .end(),
      row("drop-unknown-constraint", DropConstraint.class)
          .when(UNKNOWN_DROPPED)
          .unsure("constraint", TARGET, "locks the other table too if it is a foreign key")
          .unseen(Setups.all(
              ORDERS, List.of("ALTER TABLE orders ADD CONSTRAINT positive CHECK (total >= 0)")))
          .shows("ALTER TABLE orders DROP CONSTRAINT positive")
          .end());
}
