package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.REFERENCED_TABLES;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Relations.TREE;
import static dev.redshank.core.impact.Setups.ANIMALS;
import static dev.redshank.core.impact.Setups.CUSTOMERS;
import static dev.redshank.core.impact.Setups.EVENTS;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.Setups.ORDERS_OF_CUSTOMERS;
import static dev.redshank.core.impact.Setups.QUOTED;
import static dev.redshank.core.impact.WalVolume.PER_ROW;
import static dev.redshank.core.postgres.LockMode.ACCESS_SHARE;
import static dev.redshank.core.postgres.LockMode.ROW_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.ROW_SHARE;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.statement.Copy;
import dev.redshank.core.statement.CreateTableAs;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.Query;
import dev.redshank.core.statement.Select;
import dev.redshank.core.statement.SqlExpression;
import dev.redshank.core.statement.Update;
import java.util.List;

/** What queries and changes of data do. */
final class DataRows {
  private DataRows() {}

  private static final Which<Query> READ = new Which<>(
      "everything it reads, behind views too",
      scene -> Reads.of(scene, scene.part().reads()));

  private static final Which<Query> WRITTEN = new Which<>(
      "the tables that its WITH queries change",
      scene -> scene.part().writes().stream().map(scene::resolve).toList());

  private static final Fact<Query> UNKNOWN_FUNCTIONS = new Fact<>(
      "it calls a function that is not known to leave the data alone",
      scene -> scene.part().functions().stream().anyMatch(call -> mayDoAnything(scene, call)));

  private static final Fact<Select> LOCKS_ROWS =
      new Fact<>("FOR UPDATE or the like", scene -> scene.part().locksRows());

  private static final Which<Select> LOCKED = new Which<>(
      "the tables it reads", scene -> Reads.of(scene, scene.part().query().reads()));

  private static final Fact<Object> PARTITIONED_WITH_PARTITIONS = new Fact<>(
      "the table is partitioned",
      scene -> scene.isKind(RelationKind.PARTITIONED_TABLE)
          && scene.below(scene.target()).size() > 1);

  private static final Which<Object> PARTITIONS =
      new Which<>("its partitions", scene -> scene.below(scene.target()));

  private static final Fact<Copy> COPIES_FROM =
      new Fact<>("FROM", scene -> scene.part().from());

  private static final Fact<Object> A_TABLE =
      new Fact<>("of a table", scene -> !scene.named().name().isEmpty());

  private static final Which<Update> REFERENCED_BY_UPDATE = new Which<>(
      "the tables that foreign keys of the changed columns refer to",
      scene -> ForeignKeyChecks.ofUpdate(scene));

  private static final Which<Update> REFERRING_TO_UPDATED = new Which<>(
      "the tables whose foreign keys refer to the changed columns",
      scene -> ForeignKeyChecks.onUpdate(scene));

  private static boolean mayDoAnything(Scene<?> scene, SqlExpression.FunctionCall call) {
    return Answers.isUnknownOrVolatileRoutine(call, scene.situation());
  }

  private static Which<Object> referring(LockMode mode) {
    return new Which<>(
        "the tables whose foreign keys refer to it",
        scene -> ForeignKeyChecks.onDelete(scene, mode));
  }

  static final List<ImpactRow<?>> ROWS = List.of(
      row("read", Query.class)
          .locks(ACCESS_SHARE, READ)
          .given(Setups.all(CUSTOMERS, ORDERS))
          .shows(
              "SELECT * FROM orders o JOIN public.customers c ON c.id = o.customer_id WHERE o.total > 5",
              "SELECT 1",
              "TABLE orders",
              "WITH big AS (SELECT * FROM orders WHERE total > 5) SELECT count(*) FROM big",
              "INSERT INTO customers SELECT id + 10000, note FROM orders",
              "CREATE TABLE copy AS SELECT * FROM orders",
              "CREATE VIEW names AS SELECT name FROM customers",
              "COPY (SELECT note FROM orders) TO '/dev/null'")
          .given(ORDERS)
          .and(
              "CREATE VIEW notes AS SELECT note FROM orders",
              "CREATE VIEW upper_notes AS SELECT upper(note) FROM notes")
          .shows("SELECT * FROM upper_notes")
          .given(EVENTS)
          .shows("SELECT count(*) FROM events")
          .given(QUOTED)
          .shows("SELECT \"Note\" FROM \"Shop\".\"Order Lines\"")
          .end(),
      row("write-in-with", Query.class)
          .when("WITH changes data", scene -> !scene.part().writes().isEmpty())
          .locks(ROW_EXCLUSIVE, WRITTEN)
          .writes(PER_ROW)
          .given(ORDERS)
          .shows(
              "WITH gone AS (DELETE FROM orders WHERE id > 2000 RETURNING *) SELECT count(*) FROM gone")
          .end(),
      row("call-unknown-function", Query.class)
          .when(UNKNOWN_FUNCTIONS)
          .unsure("function", TARGET, "it calls a function that may do anything")
          .given(ORDERS)
          .and("CREATE FUNCTION clean() RETURNS int LANGUAGE plpgsql AS $$BEGIN RETURN 1; END$$")
          .shows("SELECT clean()")
          .end(),
      row("select-for-update", Select.class)
          .when(LOCKS_ROWS)
          .locks(ROW_SHARE, LOCKED)
          .writes(PER_ROW)
          .given(ORDERS)
          .shows(
              "SELECT * FROM orders WHERE id < 9 FOR UPDATE",
              "SELECT 1 FROM orders FOR KEY SHARE SKIP LOCKED")
          .end(),
      row("create-table-as", CreateTableAs.class)
          .writes(PER_ROW)
          .given(ORDERS)
          .shows("CREATE TABLE copy AS SELECT * FROM orders", "SELECT * INTO copy FROM orders")
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
      row("insert-into-referring", Insert.class)
          .locks(ROW_SHARE, REFERENCED_TABLES)
          .given(ORDERS_OF_CUSTOMERS)
          .shows("INSERT INTO orders (id, customer_id) VALUES (10000, 7)")
          .end(),
      row("insert-into-partitioned", Insert.class)
          .when(PARTITIONED_WITH_PARTITIONS)
          .locks(ROW_EXCLUSIVE, PARTITIONS)
          .unsure("partitions", TARGET, "only the partitions that get a row are locked")
          .given(EVENTS)
          .shows("INSERT INTO events VALUES (1, '2024-05-05', 'x')")
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
          .shows("UPDATE animals SET name = 'x'")
          .end(),
      row("update-referring-column", Update.class)
          .locks(ROW_SHARE, REFERENCED_BY_UPDATE)
          .given(ORDERS_OF_CUSTOMERS)
          .shows("UPDATE orders SET customer_id = 8 WHERE id = 5")
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
      row("update-referenced-column", Update.class)
          .locks(ROW_SHARE, REFERRING_TO_UPDATED)
          .given(ORDERS_OF_CUSTOMERS)
          .and("INSERT INTO customers VALUES (-1, 'nobody')")
          .shows("UPDATE customers SET id = -2 WHERE id = -1")
          .end(),
      row("delete", Delete.class)
          .locks(ROW_EXCLUSIVE, TREE)
          .writes(PER_ROW)
          .given(ORDERS)
          .shows(
              "DELETE FROM orders",
              "DELETE FROM public.orders WHERE id IN (SELECT id FROM orders LIMIT 10)")
          .given(ANIMALS)
          .shows("DELETE FROM animals")
          .end(),
      row("delete-referenced", Delete.class)
          .locks(ROW_SHARE, referring(ROW_SHARE))
          .locks(ROW_EXCLUSIVE, referring(ROW_EXCLUSIVE))
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
          .end(),
      row("write-partitions", Update.class)
          .when(PARTITIONED_WITH_PARTITIONS)
          .unsure("partitions", TARGET, "partitions that the condition excludes are not locked")
          .given(EVENTS)
          .shows(
              "UPDATE events SET note = 'x'",
              "UPDATE events SET note = 'x' WHERE at = '2024-05-05'")
          .end(),
      row("delete-from-partitions", Delete.class)
          .when(PARTITIONED_WITH_PARTITIONS)
          .unsure("partitions", TARGET, "partitions that the condition excludes are not locked")
          .given(EVENTS)
          .shows("DELETE FROM events", "DELETE FROM events WHERE at = '2024-05-05'")
          .end(),
      row("merge", Merge.class)
          .from(15)
          .locks(ROW_EXCLUSIVE, TREE)
          .writes(PER_ROW)
          .given(Setups.all(CUSTOMERS, ORDERS))
          .shows(
              "MERGE INTO customers c USING orders o ON c.id = o.customer_id WHEN MATCHED THEN UPDATE SET name = o.note")
          .end(),
      row("copy-from", Copy.class)
          .when(A_TABLE)
          .when(COPIES_FROM)
          .locks(ROW_EXCLUSIVE, TARGET)
          .writes(PER_ROW)
          .given(ORDERS)
          .shows("COPY orders (id) FROM PROGRAM 'echo 10000'")
          .end(),
      row("copy-to", Copy.class)
          .when(A_TABLE)
          .unless(COPIES_FROM)
          .locks(ACCESS_SHARE, TARGET)
          .given(ORDERS)
          .shows(
              "COPY orders TO '/dev/null'",
              "COPY public.orders (id, note) TO '/dev/null' (FORMAT csv)")
          .end(),
      row("insert-new-enum-value", Insert.class)
          .when(
              "a value was added to its enum in this transaction",
              scene -> NewLabels.used(scene, scene.part().query().tokens()))
          .fails("55P04", "a new enum value cannot be used before its transaction commits")
          .given("CREATE TYPE mood AS ENUM ('calm')", "CREATE TABLE days (id int, mood mood)")
          .showsAfter("ALTER TYPE mood ADD VALUE 'busy'", "INSERT INTO days VALUES (1, 'busy')")
          .end(),
      row("update-new-enum-value", Update.class)
          .when(
              "a value was added to its enum in this transaction",
              scene -> NewLabels.used(scene, scene.part().query().tokens()))
          .fails("55P04", "a new enum value cannot be used before its transaction commits")
          .given(
              "CREATE TYPE mood AS ENUM ('calm')",
              "CREATE TABLE days (id int, mood mood)",
              "INSERT INTO days VALUES (1, 'calm')")
          .showsAfter("ALTER TYPE mood ADD VALUE 'busy'", "UPDATE days SET mood = 'busy'")
          .end());
}
