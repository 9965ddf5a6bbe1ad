package dev.redshank.core.impact;

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
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.impact.WalVolume.PER_ROW;
import static dev.redshank.core.postgres.LockMode.ACCESS_SHARE;
import static dev.redshank.core.postgres.LockMode.ROW_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.ROW_SHARE;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.statement.Copy;
import dev.redshank.core.statement.CreateRoutine;
import dev.redshank.core.statement.CreateTableAs;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.Query;
import dev.redshank.core.statement.Select;
import dev.redshank.core.statement.SqlExpression;
import dev.redshank.core.statement.Update;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What queries and changes of data do. */
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

  private static final Fact<Select> LOCKS_ROWS =
      new Fact<>("FOR UPDATE or the like", scene -> scene.part().locksRows());

  private static final Which<Select> LOCKED =
      new Which<>("the tables it reads", scene -> Reads.of(scene, scene.part().query()));

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

  private static final Which<Object> ABOVE =
      new Which<>("the tables it is a partition of", scene -> scene.above(scene.target()));

  private static final Which<Object> CHANGED_BEHIND =
      new Which<>("what is behind the view", scene -> Views.changedBehind(scene));

  private static final Fact<Object> IS_PARTITION = new Fact<>(
      "the table is a partition", scene -> !scene.above(scene.target()).isEmpty());

  private static final String SPARED = "partitions that the condition excludes are not locked";

  private static final String KNOWN_BOUNDS =
      "the table that it is a partition of is locked until the session knows which rows belong into it";

  private static final Which<Insert> REFERENCED_BY_INSERT = new Which<>(
      "the tables that its foreign keys refer to", scene -> ForeignKeyChecks.ofInsert(scene));

  private static final Which<Update> REFERENCED_BY_UPDATE = new Which<>(
      "the tables that foreign keys of the changed columns refer to",
      scene -> ForeignKeyChecks.ofUpdate(scene));

  private static final Which<Merge> REFERENCED_BY_MERGE = new Which<>(
      "the tables that foreign keys of new rows and changed columns refer to",
      scene -> ForeignKeyChecks.ofMerge(scene));

  private static final Fact<Merge> UPDATES =
      new Fact<>("it updates rows", scene -> !scene.part().updated().isEmpty());

  private static final Fact<Query> READS_PARTITIONS_BY_CONDITION = new Fact<>(
      "a table it reads is partitioned, and it has a condition",
      scene -> hasCondition(scene.part().tokens())
          && READ.in(scene).stream()
              .anyMatch(table -> scene
                  .state()
                  .relation(table)
                  .filter(relation -> !relation.partitions().isEmpty())
                  .isPresent()));

  private static final Which<Query> PARTITIONED_READ = new Which<>(
      "the partitioned tables it reads",
      scene -> READ.in(scene).stream()
          .filter(table -> scene
              .state()
              .relation(table)
              .filter(relation -> !relation.partitions().isEmpty())
              .isPresent())
          .toList());

  private static boolean hasCondition(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i, "WHERE") || tokens.isWord(i, "JOIN")) {
        return true;
      }
    }
    return false;
  }

  private static final Function<Scene<? extends Update>, ForeignKeyActions> ON_UPDATE =
      scene -> ForeignKeyActions.onUpdate(scene);

  private static final Function<Scene<? extends Delete>, ForeignKeyActions> ON_DELETE =
      scene -> ForeignKeyActions.onDelete(scene);

  private static final Function<Scene<? extends Merge>, ForeignKeyActions> ON_MERGE =
      scene -> ForeignKeyActions.onMerge(scene);

  /** The tables whose foreign keys refer to what the statement changes, in the mode in which each is locked. */
  private static <P> Which<P> referring(
      LockMode mode, Function<Scene<? extends P>, ForeignKeyActions> actions) {
    return new Which<>(
        mode == ROW_SHARE
            ? "the tables whose foreign keys refer to it"
            : "the tables whose rows change with it because of their foreign keys",
        scene -> actions.apply(scene).in(mode));
  }

  private static <P> Fact<P> goesOn(Function<Scene<? extends P>, ForeignKeyActions> actions) {
    return new Fact<>(
        "rows that change with it are referred to as well, or refer to others",
        scene -> actions.apply(scene).goesOn());
  }

  private static final String GOES_ON =
      "tables behind those whose rows change with it are locked only where there is such a row";

  private static boolean touchesPartitions(Scene<?> scene, ForeignKeyActions actions) {
    return Stream.of(ROW_SHARE, ROW_EXCLUSIVE)
        .flatMap(mode -> actions.in(mode).stream())
        .anyMatch(table -> Relations.isPartitioned(scene.state(), table));
  }

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
          .when(READS_PARTITIONS_BY_CONDITION)
          .unsure("partitions", PARTITIONED_READ, SPARED)
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
      row("select-for-update", Select.class)
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
          .end(),
      row("create-table-as", CreateTableAs.class)
          .writes(PER_ROW)
          .given(ORDERS)
          .shows("CREATE TABLE copy AS SELECT * FROM orders", "SELECT * INTO copy FROM orders")
          .end(),
      row("insert-behind-view", Insert.class)
          .when("its target is a view", scene -> scene.isKind(RelationKind.VIEW))
          .locks(ROW_EXCLUSIVE, CHANGED_BEHIND)
          .unsure(
              "partitions",
              TARGET,
              "what is behind a view that has rules or is grouped is not changed")
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
      row("insert-into-referring", Insert.class)
          .locks(ROW_SHARE, REFERENCED_BY_INSERT)
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
          .end(),
      row("insert-into-referring-to-partitions", Insert.class)
          .when(
              "a table that its foreign keys refer to is partitioned",
              scene -> ForeignKeyChecks.ofInsert(scene).size() > 1)
          .unsure("partitions", TARGET, "only the partitions that are referred to are locked")
          .given(MARKS_OF_EVENTS)
          .shows("INSERT INTO marks VALUES (7, date '2024-01-08')")
          .end(),
      row("insert-into-partition", Insert.class)
          .when(IS_PARTITION)
          .locks(ACCESS_SHARE, ABOVE)
          .unsure("partitions", TARGET, KNOWN_BOUNDS)
          .given(EVENTS)
          .shows("INSERT INTO events_2024 VALUES (1, '2024-05-05', 'x')")
          .end(),
      row("insert-into-partitioned", Insert.class)
          .when(PARTITIONED_WITH_PARTITIONS)
          .locks(ROW_EXCLUSIVE, PARTITIONS)
          .unsure("partitions", TARGET, "only the partitions that get a row are locked")
          .given(EVENTS)
          .shows("INSERT INTO events VALUES (1, '2024-05-05', 'x')")
          .end(),
      row("update-behind-view", Update.class)
          .when("its target is a view", scene -> scene.isKind(RelationKind.VIEW))
          .locks(ROW_EXCLUSIVE, CHANGED_BEHIND)
          .unsure(
              "partitions",
              TARGET,
              "what is behind a view that has rules or is grouped is not changed")
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
      row("update-partition", Update.class)
          .when(IS_PARTITION)
          .locks(ACCESS_SHARE, ABOVE)
          .unsure("partitions", TARGET, KNOWN_BOUNDS)
          .given(EVENTS)
          .shows("UPDATE events_2024 SET note = 'x'")
          .end(),
      row("update-referring-column", Update.class)
          .locks(ROW_SHARE, REFERENCED_BY_UPDATE)
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
          .locks(ROW_SHARE, referring(ROW_SHARE, ON_UPDATE))
          .locks(ROW_EXCLUSIVE, referring(ROW_EXCLUSIVE, ON_UPDATE))
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
          .end(),
      row("update-referenced-column-further", Update.class)
          .when(goesOn(ON_UPDATE))
          .unsure("cascade", TARGET, GOES_ON)
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(
              "ALTER TABLE orders ADD UNIQUE (customer_id)",
              "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON UPDATE CASCADE",
              "CREATE TABLE notes (buyer bigint REFERENCES orders (customer_id) ON UPDATE CASCADE)")
          .shows(
              "UPDATE customers SET id = -2 WHERE id = 5",
              "UPDATE customers SET id = -2 WHERE id < 0")
          .end(),
      row("delete-behind-view", Delete.class)
          .when("its target is a view", scene -> scene.isKind(RelationKind.VIEW))
          .locks(ROW_EXCLUSIVE, CHANGED_BEHIND)
          .unsure(
              "partitions",
              TARGET,
              "what is behind a view that has rules or is grouped is not changed")
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
      row("delete-referenced", Delete.class)
          .locks(ROW_SHARE, referring(ROW_SHARE, ON_DELETE))
          .locks(ROW_EXCLUSIVE, referring(ROW_EXCLUSIVE, ON_DELETE))
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
      row("delete-referenced-further", Delete.class)
          .when(goesOn(ON_DELETE))
          .unsure("cascade", TARGET, GOES_ON)
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(
              "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE CASCADE",
              "CREATE TABLE notes (about bigint REFERENCES orders)",
              "CREATE TABLE lines (of bigint REFERENCES orders ON DELETE SET NULL)",
              "CREATE INDEX lines_of ON lines (of)")
          .shows("DELETE FROM customers WHERE id = 5", "DELETE FROM customers WHERE id < 0")
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(
              "ALTER TABLE orders ALTER customer_id SET DEFAULT 9",
              "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE SET DEFAULT")
          .shows("DELETE FROM customers WHERE id = 5")
          .end(),
      row("delete-referenced-partitions", Delete.class)
          .when(
              "a table whose foreign key refers to it is partitioned",
              scene -> touchesPartitions(scene, ForeignKeyActions.onDelete(scene)))
          .unsure(
              "partitions", TARGET, "partitions that hold no row that refers to it are not locked")
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
      row("write-partitions", Update.class)
          .when(PARTITIONED_WITH_PARTITIONS)
          .unsure("partitions", TARGET, SPARED)
          .given(EVENTS)
          .shows(
              "UPDATE events SET note = 'x'",
              "UPDATE events SET note = 'x' WHERE at = '2024-05-05'")
          .end(),
      row("delete-from-partitions", Delete.class)
          .when(PARTITIONED_WITH_PARTITIONS)
          .unsure("partitions", TARGET, SPARED)
          .given(EVENTS)
          .shows("DELETE FROM events", "DELETE FROM events WHERE at = '2024-05-05'")
          .end(),
      row("merge", Merge.class)
          .from(15)
          .locks(ROW_EXCLUSIVE, TREE)
          .writes(PER_ROW)
          .given(Setups.all(CUSTOMERS, ORDERS))
          .shows(
              "MERGE INTO customers c USING orders o ON c.id = o.customer_id WHEN MATCHED THEN UPDATE SET name = o.note",
              "MERGE INTO customers c USING orders o ON c.id = o.customer_id WHEN MATCHED THEN DO NOTHING")
          .given(Setups.all(CUSTOMERS, ANIMALS))
          .shows(
              "MERGE INTO animals a USING customers c ON a.id = c.id WHEN MATCHED THEN UPDATE SET name = c.name",
              "MERGE INTO ONLY animals a USING customers c ON a.id = c.id WHEN MATCHED THEN DELETE",
              "MERGE INTO customers c USING ONLY animals a ON a.id = c.id WHEN MATCHED THEN DELETE")
          .end(),
      row("merge-into-partitions", Merge.class)
          .from(15)
          .when(PARTITIONED_WITH_PARTITIONS)
          .unsure("partitions", TARGET, SPARED)
          .given(Setups.all(CUSTOMERS, EVENTS))
          .shows(
              "MERGE INTO events e USING customers c ON e.id = c.id AND e.at = '2024-05-05' WHEN MATCHED THEN UPDATE SET note = c.name",
              "MERGE INTO events e USING customers c ON e.id = c.id WHEN MATCHED THEN DELETE")
          .end(),
      row("merge-into-partition", Merge.class)
          .from(15)
          .when(IS_PARTITION)
          .locks(ACCESS_SHARE, ABOVE)
          .unsure("partitions", TARGET, KNOWN_BOUNDS)
          .given(Setups.all(CUSTOMERS, EVENTS))
          .shows(
              "MERGE INTO events_2024 e USING customers c ON e.id = c.id WHEN MATCHED THEN UPDATE SET note = c.name")
          .end(),
      row("merge-referring", Merge.class)
          .from(15)
          .locks(ROW_SHARE, REFERENCED_BY_MERGE)
          .given(ORDERS_OF_CUSTOMERS)
          .and(
              "CREATE TABLE news (id bigint, buyer bigint)",
              "INSERT INTO news VALUES (7, 8), (9999, 9)")
          .shows(
              "MERGE INTO orders o USING news n ON o.id = n.id WHEN MATCHED THEN UPDATE SET customer_id = n.buyer",
              "MERGE INTO orders o USING news n ON o.id = n.id WHEN MATCHED THEN UPDATE SET (note, customer_id) = (SELECT 'x', n.buyer)",
              "MERGE INTO orders o USING news n ON o.id = n.id WHEN MATCHED THEN UPDATE SET note = CASE WHEN n.id > 5 THEN 'x' ELSE 'y' END",
              "MERGE INTO orders o USING news n ON o.id = n.id WHEN NOT MATCHED THEN INSERT (id, customer_id) VALUES (n.id, n.buyer)",
              "MERGE INTO orders o USING news n ON o.id = n.id WHEN NOT MATCHED AND n.buyer > 5 THEN INSERT VALUES (n.id, n.buyer)",
              "MERGE INTO orders o USING news n ON o.id = n.id WHEN NOT MATCHED THEN INSERT (id, note) VALUES (n.id, 'x') WHEN MATCHED THEN DELETE")
          .end(),
      row("merge-own-rows", Merge.class)
          .from(15)
          .when(UPDATES)
          .when(
              "its transaction may have written the rows",
              scene -> ForeignKeyChecks.mayUpdateOwnRows(scene))
          .locks(ROW_SHARE, REFERENCED_TABLES)
          .unsure(
              "rows", TARGET, "rows that older transactions wrote are held against no foreign key")
          .given(ORDERS_OF_CUSTOMERS)
          .showsAfter(
              "UPDATE orders SET total = 1 WHERE id < 9",
              "MERGE INTO orders o USING customers c ON o.id = c.id AND c.id < 9 WHEN MATCHED THEN UPDATE SET note = 'x'")
          .end(),
      row("merge-referenced", Merge.class)
          .from(15)
          .locks(ROW_SHARE, referring(ROW_SHARE, ON_MERGE))
          .locks(ROW_EXCLUSIVE, referring(ROW_EXCLUSIVE, ON_MERGE))
          .given(ORDERS_OF_CUSTOMERS)
          .and("INSERT INTO customers VALUES (-1, 'nobody')")
          .shows(
              "MERGE INTO customers c USING (SELECT -1 AS id) s ON c.id = s.id WHEN MATCHED THEN DELETE",
              "MERGE INTO customers c USING (SELECT -1 AS id) s ON c.id = s.id WHEN MATCHED THEN UPDATE SET id = -2",
              "MERGE INTO customers c USING (SELECT -1 AS id) s ON c.id = s.id WHEN MATCHED THEN UPDATE SET name = 'x'")
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(
              "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE CASCADE ON UPDATE CASCADE")
          .shows(
              "MERGE INTO customers c USING (SELECT 5 AS id) s ON c.id = s.id WHEN MATCHED THEN DELETE",
              "MERGE INTO customers c USING (SELECT 5 AS id) s ON c.id = s.id WHEN MATCHED THEN UPDATE SET id = -2")
          .end(),
      row("merge-referenced-further", Merge.class)
          .from(15)
          .when(goesOn(ON_MERGE))
          .unsure("cascade", TARGET, GOES_ON)
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(
              "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE CASCADE",
              "CREATE TABLE notes (about bigint REFERENCES orders)")
          .shows(
              "MERGE INTO customers c USING (SELECT 5 AS id) s ON c.id = s.id WHEN MATCHED THEN DELETE")
          .end(),
      row("copy-from", Copy.class)
          .when(A_TABLE)
          .when(COPIES_FROM)
          .locks(ROW_EXCLUSIVE, TARGET)
          .writes(PER_ROW)
          .given(ORDERS)
          .shows("COPY orders (id) FROM PROGRAM 'echo 10000'")
          .end(),
      row("copy-into-referring", Copy.class)
          .when(A_TABLE)
          .when(COPIES_FROM)
          .locks(ROW_SHARE, REFERENCED_TABLES)
          .given(ORDERS_OF_CUSTOMERS)
          .shows("COPY orders (id, customer_id) FROM PROGRAM 'echo \"10000\t7\"'")
          .end(),
      row("copy-into-partitions", Copy.class)
          .when(A_TABLE)
          .when(COPIES_FROM)
          .when(PARTITIONED_WITH_PARTITIONS)
          .locks(ROW_EXCLUSIVE, PARTITIONS)
          .unsure("partitions", TARGET, "only the partitions that get a row are locked")
          .given(EVENTS)
          .shows("COPY events (id, at) FROM PROGRAM 'echo \"1\t2024-05-05\"'")
          .end(),
      row("copy-into-partition", Copy.class)
          .when(A_TABLE)
          .when(COPIES_FROM)
          .when(IS_PARTITION)
          .locks(ACCESS_SHARE, ABOVE)
          .unsure("partitions", TARGET, KNOWN_BOUNDS)
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
      row("update-new-enum-value", Update.class)
          .when(
              "a value was added to its enum in this transaction",
              scene -> NewLabels.used(scene, scene.part().query().tokens()))
          .fails("55P04", "a new enum value cannot be used before its transaction commits")
          .given(Setups.all(DAYS, List.of("INSERT INTO days VALUES (1, 'calm')")))
          .showsAfter("ALTER TYPE mood ADD VALUE 'busy'", "UPDATE days SET mood = 'busy'")
          .end(),
      row("delete-new-enum-value", Delete.class)
          .when(
              "a value was added to its enum in this transaction",
              scene -> NewLabels.used(scene, scene.part().query().tokens()))
          .fails("55P04", "a new enum value cannot be used before its transaction commits")
          .given(DAYS)
          .showsAfter("ALTER TYPE mood ADD VALUE 'busy'", "DELETE FROM days WHERE mood = 'busy'")
          .end(),
      row("merge-new-enum-value", Merge.class)
          .from(15)
          .when(
              "a value was added to its enum in this transaction",
              scene -> NewLabels.used(scene, scene.part().query().tokens()))
          .fails("55P04", "a new enum value cannot be used before its transaction commits")
          .given(DAYS)
          .showsAfter(
              "ALTER TYPE mood ADD VALUE 'busy'",
              "MERGE INTO days d USING days e ON e.id = d.id WHEN MATCHED THEN UPDATE SET mood = 'busy'")
          .end(),
      row("create-sql-function", CreateRoutine.class)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN DELETE FROM orders; RETURN NEW; END$$",
              "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'",
              "CREATE PROCEDURE clean() LANGUAGE plpgsql AS $$BEGIN DELETE FROM orders; COMMIT; END$$")
          .end());
}
