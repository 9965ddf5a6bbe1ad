package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.TARGET;
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

import dev.redshank.core.sql.Tokens;
import dev.redshank.core.statement.Copy;
import dev.redshank.core.statement.CreateTableAs;
import dev.redshank.core.statement.Query;
import dev.redshank.core.statement.SqlExpression;
import java.util.List;

/** What queries and COPY do. */
final class DataRows {
  private DataRows() {}

  private static final Which<Query> READ =
      new Which<>("everything it reads, behind views too", scene -> Reads.of(scene, scene.part()));

  private static final Which<Query> WRITTEN = new Which<>(
      "the tables that its WITH queries change",
      scene -> scene.part().writes().stream().map(scene::resolve).toList());

  private static final Fact<Query> UNKNOWN_FUNCTIONS = new Fact<>(
      "it calls a function that is not known to leave the data alone",
      scene -> scene.part().functions().stream().anyMatch(call -> mayDoAnything(scene, call)));

  private static final Fact<Query> LOCKS_ROWS =
      new Fact<>("FOR UPDATE or the like", scene -> !scene.part().rowLocks().isEmpty());

  private static final Which<Query> LOCKED = new Which<>(
      "the tables whose rows it locks",
      scene -> Reads.of(scene, scene.part(), scene.part().rowLocks()));

  private static final Which<Query> PARTITIONS_READ = new Which<>(
      "the partitions among what it reads", scene -> Relations.parts(scene, READ.in(scene)));

  private static final Fact<Copy> COPIES_FROM =
      new Fact<>("FROM", scene -> scene.part().from());

  private static final Fact<Object> A_TABLE =
      new Fact<>("of a table", scene -> !scene.named().name().isEmpty());

  private static boolean hasCondition(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i, "WHERE") || tokens.isWord(i, "JOIN")) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayDoAnything(Scene<?> scene, SqlExpression.FunctionCall call) {
    return Answers.isUnknownOrVolatileRoutine(call, scene.situation());
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
          .given(ANIMALS)
          .shows(
              "SELECT count(*) FROM animals",
              "SELECT count(*) FROM ONLY animals",
              "SELECT count(*) FROM ONLY (animals)",
              "TABLE ONLY animals",
              "SELECT count(*) FROM ONLY animals JOIN birds USING (id)",
              "SELECT count(*) FROM animals a JOIN ONLY animals b USING (id)",
              "INSERT INTO birds SELECT id FROM ONLY animals",
              "COPY (SELECT * FROM ONLY animals) TO '/dev/null'")
          .and("CREATE VIEW just_animals AS SELECT id FROM ONLY animals")
          .shows("SELECT count(*) FROM just_animals")
          .given(EVENTS)
          .shows("SELECT count(*) FROM ONLY events")
          .end(),
      row("read-partitions", Query.class)
          .when("it has a condition", scene -> hasCondition(scene.part().tokens()))
          .unsure("partitions", PARTITIONS_READ, Changes.SPARED)
          .given(EVENTS)
          .shows(
              "SELECT count(*) FROM events WHERE at = '2024-05-05'",
              "SELECT count(*) FROM events WHERE at < now()")
          .end(),
      row("write-in-with", Query.class)
          .when("WITH changes data", scene -> !scene.part().writes().isEmpty())
          .locks(ROW_EXCLUSIVE, WRITTEN)
          .writes(PER_ROW)
          .given(ORDERS)
          .shows(
              "WITH gone AS (DELETE FROM orders WHERE id > 2000 RETURNING *) SELECT count(*) FROM gone",
              "WITH gone AS (DELETE FROM orders WHERE id > 2000 RETURNING *) INSERT INTO orders SELECT * FROM gone WHERE id < 5")
          .given(ANIMALS)
          .shows(
              "WITH gone AS (DELETE FROM animals WHERE id > 2000 RETURNING *) SELECT count(*) FROM gone",
              "WITH gone AS (DELETE FROM ONLY animals WHERE id > 2000 RETURNING *) SELECT count(*) FROM gone")
          .given(ORDERS_OF_CUSTOMERS)
          .shows(
              "WITH done AS (UPDATE orders SET customer_id = 8 WHERE id = 5 RETURNING *) SELECT count(*) FROM done")
          .end(),
      row("call-unknown-function", Query.class)
          .when(UNKNOWN_FUNCTIONS)
          .unsure("function", TARGET, "it calls a function that may do anything")
          .given(ORDERS)
          .and("CREATE FUNCTION clean() RETURNS int LANGUAGE plpgsql AS $$BEGIN RETURN 1; END$$")
          .shows("SELECT clean()")
          .end(),
      row("select-for-update", Query.class)
          .when(LOCKS_ROWS)
          .locks(ROW_SHARE, LOCKED)
          .writes(PER_ROW)
          .given(ORDERS)
          .shows(
              "SELECT * FROM orders WHERE id < 9 FOR UPDATE",
              "SELECT 1 FROM orders FOR KEY SHARE SKIP LOCKED")
          .given(ANIMALS)
          .shows(
              "SELECT * FROM animals WHERE id < 9 FOR UPDATE",
              "SELECT * FROM ONLY animals WHERE id < 9 FOR UPDATE")
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(
              "CREATE TABLE lines (id bigint)",
              "CREATE VIEW buyers AS SELECT id, name FROM customers WHERE id < 9")
          .shows(
              "SELECT * FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id < 9 FOR UPDATE",
              "SELECT * FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id < 9 FOR UPDATE OF o",
              "SELECT * FROM orders, customers AS c, lines WHERE orders.id < 9 FOR SHARE OF c, lines NOWAIT FOR UPDATE OF orders",
              "SELECT * FROM (orders o LEFT JOIN customers c ON true) WHERE o.id < 9 FOR NO KEY UPDATE OF o",
              "SELECT * FROM orders WHERE id IN (SELECT id FROM customers WHERE id < 9) FOR UPDATE",
              "SELECT * FROM (SELECT o.id FROM orders o WHERE id < 9) o, customers c WHERE c.id = o.id FOR UPDATE OF o",
              "SELECT count(*) FROM (SELECT id FROM orders WHERE id < 9 FOR UPDATE) o, customers c WHERE c.id = o.id",
              "WITH few AS (SELECT id FROM orders WHERE id < 9) SELECT * FROM few, customers c WHERE c.id = few.id FOR UPDATE",
              "SELECT * FROM buyers b, orders o WHERE b.id = o.id FOR UPDATE OF b",
              "TABLE lines FOR UPDATE",
              "UPDATE customers SET name = 'x' WHERE id IN (SELECT id FROM orders WHERE id < 9 FOR UPDATE SKIP LOCKED)",
              "INSERT INTO lines SELECT id FROM orders WHERE id < 9 FOR KEY SHARE",
              "CREATE VIEW held AS SELECT id FROM orders FOR UPDATE",
              "CREATE TABLE copy AS SELECT id FROM orders WHERE id < 9 FOR UPDATE")
          .end(),
      row("create-table-as", CreateTableAs.class)
          .writes(PER_ROW)
          .given(ORDERS)
          .shows("CREATE TABLE copy AS SELECT * FROM orders", "SELECT * INTO copy FROM orders")
          .end(),
      row("copy-from", Copy.class)
          .when(A_TABLE)
          .when(COPIES_FROM)
          .locks(ROW_EXCLUSIVE, TARGET)
          .writes(PER_ROW)
          .given(ORDERS)
          .shows("COPY orders (id) FROM PROGRAM 'echo 10000'")
          .end(),
      Changes.referring("copy-into-referring", Copy.class, scene -> ForeignKeyChecks.ofCopy(scene))
          .when(A_TABLE)
          .when(COPIES_FROM)
          .given(ORDERS_OF_CUSTOMERS)
          .shows("COPY orders (id, customer_id) FROM PROGRAM 'echo \"10000\t7\"'")
          .end(),
      Changes.ofPartitioned("copy-into-partitions", Copy.class, Changes.GETTING_ROWS)
          .when(A_TABLE)
          .when(COPIES_FROM)
          .given(EVENTS)
          .shows("COPY events (id, at) FROM PROGRAM 'echo \"1\t2024-05-05\"'")
          .end(),
      Changes.ofPartition("copy-into-partition", Copy.class)
          .when(A_TABLE)
          .when(COPIES_FROM)
          .given(EVENTS)
          .shows("COPY events_2024 (id, at) FROM PROGRAM 'echo \"1\t2024-05-05\"'")
          .end(),
      row("copy-to", Copy.class)
          .when(A_TABLE)
          .unless(COPIES_FROM)
          .locks(ACCESS_SHARE, TARGET)
          .given(ORDERS)
          .shows(
              "COPY orders TO '/dev/null'",
              "COPY public.orders (id, note) TO '/dev/null' (FORMAT csv)")
          .end());
}
