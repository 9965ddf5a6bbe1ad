package dev.redshank.core.impact;

import static dev.redshank.core.impact.Changes.GETTING_ROWS;
import static dev.redshank.core.impact.Changes.SPARED;
import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.REFERENCED_TABLES;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Relations.TREE;
import static dev.redshank.core.impact.Setups.ANIMALS;
import static dev.redshank.core.impact.Setups.CUSTOMERS;
import static dev.redshank.core.impact.Setups.DAYS;
import static dev.redshank.core.impact.Setups.EVENTS;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.Setups.ORDERS_OF_CUSTOMERS;
import static dev.redshank.core.impact.Setups.QUOTED;
import static dev.redshank.core.impact.WalVolume.PER_ROW;
import static dev.redshank.core.postgres.LockMode.ROW_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.ROW_SHARE;

import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.Update;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What INSERT, UPDATE and DELETE do. */
final class ChangeRows {
  private ChangeRows() {}

  /** A partitioned table that refers to another. */
  private static final List<String> PARTS_OF_CUSTOMERS = Setups.all(
      CUSTOMERS,
      EVENTS,
      List.of(
          "INSERT INTO customers SELECT g, 'c' FROM generate_series(3001, 6000) g",
          "ALTER TABLE events ADD FOREIGN KEY (id) REFERENCES customers"));

  /** A table that refers to a partitioned one. */
  private static final List<String> MARKS_OF_EVENTS = Setups.all(
      EVENTS,
      List.of(
          "ALTER TABLE events ADD PRIMARY KEY (id, at)",
          "CREATE TABLE marks (id bigint, at date, FOREIGN KEY (id, at) REFERENCES events)"));

  private static final Which<Insert> UPDATED_ON_CONFLICT = new Which<>(
      "the tables that a foreign key leads to from a row that is there",
      scene -> Stream.of(
              ForeignKeyActions.onConflict(scene).all(), ForeignKeyChecks.onlyOfConflict(scene))
          .flatMap(Collection::stream)
          .toList());

  static final List<ImpactRow<?>> ROWS = List.of(
      Changes.ofView("insert-behind-view", Insert.class)
          .given(ORDERS)
          .and(
              "CREATE VIEW few AS SELECT id, note FROM orders WHERE id < 9",
              "CREATE VIEW fewer AS SELECT id, note FROM few")
          .shows("INSERT INTO few (id) VALUES (10000)", "INSERT INTO fewer (id) VALUES (10000)")
          .end(),
      row("insert", Insert.class)
          .locks(ROW_EXCLUSIVE, TARGET)
          .writes(PER_ROW)
          .given(ORDERS)
          .shows(
              "INSERT INTO orders (id, note) VALUES (10000, 'x')",
              "INSERT INTO orders SELECT g FROM generate_series(10000, 10100) g",
              "INSERT INTO public.orders (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET note = 'y'")
          .given(QUOTED)
          .shows("INSERT INTO \"Shop\".\"Order Lines\" VALUES (10000, 'x')")
          .end(),
      Changes.referring(
              "insert-into-referring", Insert.class, scene -> ForeignKeyChecks.ofInsert(scene))
          .given(ORDERS_OF_CUSTOMERS)
          .shows(
              "INSERT INTO orders (id, customer_id) VALUES (10000, 7)",
              "INSERT INTO orders SELECT 10000, 7",
              "INSERT INTO orders (id, note) VALUES (10000, 'nobody''s')")
          .and("ALTER TABLE orders ALTER customer_id SET DEFAULT 7")
          .shows("INSERT INTO orders (id) VALUES (10000)")
          .given(Setups.all(CUSTOMERS, ANIMALS))
          .and("ALTER TABLE birds ADD FOREIGN KEY (id) REFERENCES customers")
          .shows(
              "INSERT INTO animals VALUES (7, 'a stone')", "INSERT INTO birds VALUES (7, 'a dove')")
          .given(PARTS_OF_CUSTOMERS)
          .shows(
              "INSERT INTO events VALUES (7, '2024-05-05', 'x')",
              "INSERT INTO events_2024 VALUES (7, '2024-05-05', 'x')")
          .given(MARKS_OF_EVENTS)
          .shows("INSERT INTO marks VALUES (7, date '2024-01-08')")
          .end(),
      Changes.referenced(
              "insert-updates-referenced",
              Insert.class,
              scene -> ForeignKeyActions.onConflict(scene))
          .given(ORDERS_OF_CUSTOMERS)
          .and("INSERT INTO customers VALUES (-1, 'nobody')")
          .shows(
              "INSERT INTO customers VALUES (-1, 'x') ON CONFLICT (id) DO UPDATE SET id = -2",
              "INSERT INTO customers VALUES (-1, 'x') ON CONFLICT (id) DO UPDATE SET name = 'y'",
              "INSERT INTO customers VALUES (-1, 'x') ON CONFLICT (id) DO NOTHING")
          .end(),
      row("insert-updates", Insert.class)
          .when("ON CONFLICT DO UPDATE", scene -> !scene.part().updated().isEmpty())
          .unsure(
              "cascade",
              UPDATED_ON_CONFLICT,
              "what an update reaches is locked only where a row is there already")
          .given(ORDERS_OF_CUSTOMERS)
          .shows(
              "INSERT INTO customers VALUES (-1, 'x') ON CONFLICT (id) DO UPDATE SET id = -2",
              "INSERT INTO orders (id) VALUES (5) ON CONFLICT (id) DO UPDATE SET customer_id = 8",
              "INSERT INTO orders (id) VALUES (-5) ON CONFLICT (id) DO UPDATE SET customer_id = 8")
          .end(),
      Changes.ofPartition("insert-into-partition", Insert.class)
          .given(EVENTS)
          .shows("INSERT INTO events_2024 VALUES (1, '2024-05-05', 'x')")
          .end(),
      Changes.ofPartitioned("insert-into-partitioned", Insert.class, GETTING_ROWS)
          .given(EVENTS)
          .shows("INSERT INTO events VALUES (1, '2024-05-05', 'x')")
          .end(),
      row("insert-new-enum-value", Insert.class)
          .when(
              "a value was added to its enum in this transaction",
              scene -> NewLabels.usedByInsert(scene))
          .fails("55P04", "a new enum value cannot be used before its transaction commits")
          .given(DAYS)
          .showsAfter("ALTER TYPE mood ADD VALUE 'busy'", "INSERT INTO days VALUES (1, 'busy')")
          .showsAfter(
              "ALTER TYPE mood ADD VALUE 'busy'", "INSERT INTO days (id, mood) SELECT 1, 'busy'")
          .end(),
      Changes.ofView("update-behind-view", Update.class)
          .given(ORDERS)
          .and(
              "CREATE VIEW few AS SELECT id, note FROM orders WHERE id < 9",
              "CREATE VIEW fewer AS SELECT id, note FROM few")
          .shows(
              "UPDATE few SET note = 'x' WHERE id < 9", "UPDATE fewer SET note = 'x' WHERE id < 9")
          .end(),
      row("update", Update.class)
          .locks(ROW_EXCLUSIVE, TREE)
          .writes(PER_ROW)
          .given(ORDERS)
          .shows(
              "UPDATE orders SET note = 'x'",
              "UPDATE ONLY orders SET note = 'x' WHERE id = 5",
              "UPDATE public.orders o SET note = 'x' WHERE o.id BETWEEN 1 AND 100")
          .given(Setups.all(CUSTOMERS, ORDERS))
          .shows("UPDATE orders SET note = c.name FROM customers c WHERE c.id = customer_id")
          .given(ORDERS_OF_CUSTOMERS)
          .shows("UPDATE orders SET note = 'x'", "UPDATE customers SET name = 'x'")
          .given(ANIMALS)
          .shows("UPDATE animals SET name = 'x'", "UPDATE ONLY animals SET name = 'x'")
          .given(EVENTS)
          .shows("UPDATE ONLY events SET note = 'x'")
          .end(),
      Changes.ofPartition("update-partition", Update.class)
          .given(EVENTS)
          .shows("UPDATE events_2024 SET note = 'x'")
          .end(),
      Changes.ofPartitioned("write-partitions", Update.class, SPARED)
          .given(EVENTS)
          .shows(
              "UPDATE events SET note = 'x'",
              "UPDATE events SET note = 'x' WHERE at = '2024-05-05'")
          .end(),
      Changes.referring(
              "update-referring-column", Update.class, scene -> ForeignKeyChecks.ofUpdate(scene))
          .given(ORDERS_OF_CUSTOMERS)
          .shows("UPDATE orders SET customer_id = 8 WHERE id = 5")
          .given(Setups.all(CUSTOMERS, ANIMALS))
          .and("ALTER TABLE birds ADD FOREIGN KEY (id) REFERENCES customers")
          .shows("UPDATE animals SET id = 8", "UPDATE ONLY animals SET id = 8")
          .given(PARTS_OF_CUSTOMERS)
          .shows(
              "UPDATE events SET id = 8 WHERE id = 5",
              "UPDATE events_2024 SET id = 8 WHERE id = 5",
              "UPDATE events SET at = '2025-05-05' WHERE id = 5")
          .given(MARKS_OF_EVENTS)
          .and("INSERT INTO marks VALUES (7, '2024-01-08')")
          .shows("UPDATE marks SET id = 8, at = '2024-01-09'")
          .end(),
      row("update-own-rows", Update.class)
          .when(
              "its transaction may have written the rows",
              scene -> ForeignKeyChecks.mayUpdateOwnRows(scene))
          .locks(ROW_SHARE, REFERENCED_TABLES)
          .unsure(
              "rows", TARGET, "rows that older transactions wrote are held against no foreign key")
          .given(ORDERS_OF_CUSTOMERS)
          .showsAfter(
              "ALTER TABLE orders ALTER id TYPE numeric",
              "UPDATE orders SET note = 'x' WHERE id = 5")
          .showsAfter(
              "UPDATE orders SET total = 1 WHERE id < 9",
              "UPDATE orders SET note = 'x' WHERE id < 9")
          .showsAfter(
              "UPDATE orders SET total = 1 WHERE id < 9",
              "UPDATE orders SET note = 'x' WHERE id > 9")
          .end(),
      Changes.referenced(
              "update-referenced-column", Update.class, scene -> ForeignKeyActions.onUpdate(scene))
          .given(ORDERS_OF_CUSTOMERS)
          .and("INSERT INTO customers VALUES (-1, 'nobody')")
          .shows("UPDATE customers SET id = -2 WHERE id = -1")
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(
              "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON UPDATE CASCADE")
          .shows("UPDATE customers SET id = -2 WHERE id = 5")
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(
              "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON UPDATE SET NULL")
          .shows("UPDATE customers SET id = -2 WHERE id = 5")
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(
              "ALTER TABLE orders ADD UNIQUE (customer_id)",
              "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON UPDATE CASCADE",
              "CREATE TABLE notes (buyer bigint REFERENCES orders (customer_id) ON UPDATE CASCADE)")
          .shows("UPDATE customers SET id = -2 WHERE id = 5")
          .end(),
      Changes.naming(
              "update-new-enum-value", Update.class, scene -> scene.part().query())
          .given(Setups.all(DAYS, List.of("INSERT INTO days VALUES (1, 'calm')")))
          .showsAfter("ALTER TYPE mood ADD VALUE 'busy'", "UPDATE days SET mood = 'busy'")
          .end(),
      Changes.ofView("delete-behind-view", Delete.class)
          .given(ORDERS)
          .and(
              "CREATE VIEW few AS SELECT id, note FROM orders WHERE id < 9",
              "CREATE VIEW fewer AS SELECT id, note FROM few")
          .shows("DELETE FROM few WHERE id < 9", "DELETE FROM fewer WHERE id < 9")
          .end(),
      row("delete", Delete.class)
          .locks(ROW_EXCLUSIVE, TREE)
          .writes(PER_ROW)
          .given(ORDERS)
          .shows(
              "DELETE FROM orders",
              "DELETE FROM public.orders WHERE id IN (SELECT id FROM orders LIMIT 10)")
          .given(ANIMALS)
          .shows(
              "DELETE FROM animals",
              "DELETE FROM ONLY animals",
              "DELETE FROM ONLY animals USING birds WHERE birds.id = animals.id")
          .given(EVENTS)
          .shows("DELETE FROM ONLY events", "DELETE FROM events_2024")
          .end(),
      Changes.ofPartition("delete-from-partition", Delete.class)
          .given(EVENTS)
          .shows("DELETE FROM events_2024 WHERE id = 5")
          .end(),
      Changes.ofPartitioned("delete-from-partitions", Delete.class, SPARED)
          .given(EVENTS)
          .shows("DELETE FROM events", "DELETE FROM events WHERE at = '2024-05-05'")
          .end(),
      Changes.referenced(
              "delete-referenced", Delete.class, scene -> ForeignKeyActions.onDelete(scene))
          .given(ORDERS_OF_CUSTOMERS)
          .and("INSERT INTO customers VALUES (-1, 'nobody')")
          .shows("DELETE FROM customers WHERE id = -1")
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(
              "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE CASCADE")
          .shows("DELETE FROM customers WHERE id = 5")
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(
              "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE SET NULL")
          .shows("DELETE FROM customers WHERE id = 5")
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(
              "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE CASCADE",
              "CREATE TABLE notes (about bigint REFERENCES orders)",
              "CREATE TABLE lines (of bigint REFERENCES orders ON DELETE SET NULL)",
              "CREATE INDEX lines_of ON lines (of)")
          .shows("DELETE FROM customers WHERE id = 5")
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(
              "ALTER TABLE orders ALTER customer_id SET DEFAULT 9",
              "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE SET DEFAULT")
          .shows("DELETE FROM customers WHERE id = 5")
          .given(PARTS_OF_CUSTOMERS)
          .and("INSERT INTO customers VALUES (-1, 'nobody')")
          .shows("DELETE FROM customers WHERE id = -1")
          .given(
              "CREATE TABLE numbers (n int PRIMARY KEY) PARTITION BY RANGE (n)",
              "CREATE TABLE small PARTITION OF numbers FOR VALUES FROM (0) TO (1000) PARTITION BY RANGE (n)",
              "CREATE TABLE tiny PARTITION OF small FOR VALUES FROM (0) TO (9)",
              "CREATE TABLE big PARTITION OF numbers FOR VALUES FROM (1000) TO (2000)",
              "INSERT INTO numbers SELECT g FROM generate_series(1, 8) g",
              "CREATE TABLE uses (n int REFERENCES numbers) PARTITION BY RANGE (n)",
              "CREATE TABLE uses_small PARTITION OF uses FOR VALUES FROM (0) TO (1000)",
              "CREATE TABLE uses_big PARTITION OF uses FOR VALUES FROM (1000) TO (2000)")
          .shows("DELETE FROM numbers WHERE n = 2", "DELETE FROM tiny WHERE n = 2")
          .end(),
      Changes.naming(
              "delete-new-enum-value", Delete.class, scene -> scene.part().query())
          .given(DAYS)
          .showsAfter("ALTER TYPE mood ADD VALUE 'busy'", "DELETE FROM days WHERE mood = 'busy'")
          .end());
}
