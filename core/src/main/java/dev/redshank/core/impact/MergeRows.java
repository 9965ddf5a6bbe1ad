package dev.redshank.core.impact;

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
import static dev.redshank.core.impact.WalVolume.PER_ROW;
import static dev.redshank.core.postgres.LockMode.ROW_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.ROW_SHARE;

import dev.redshank.core.statement.Merge;
import java.util.List;

/** What MERGE does. */
final class MergeRows {
  private MergeRows() {}

  private static final Fact<Merge> UPDATES =
      new Fact<>("it updates rows", scene -> !scene.part().updated().isEmpty());

  static final List<ImpactRow<?>> ROWS = List.of(
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
      Changes.ofPartitioned("merge-into-partitions", Merge.class, SPARED)
          .from(15)
          .given(Setups.all(CUSTOMERS, EVENTS))
          .shows(
              "MERGE INTO events e USING customers c ON e.id = c.id AND e.at = '2024-05-05' WHEN MATCHED THEN UPDATE SET note = c.name",
              "MERGE INTO events e USING customers c ON e.id = c.id WHEN MATCHED THEN DELETE")
          .end(),
      Changes.ofPartition("merge-into-partition", Merge.class)
          .from(15)
          .given(Setups.all(CUSTOMERS, EVENTS))
          .shows(
              "MERGE INTO events_2024 e USING customers c ON e.id = c.id WHEN MATCHED THEN UPDATE SET note = c.name")
          .end(),
      Changes.referring("merge-referring", Merge.class, scene -> ForeignKeyChecks.ofMerge(scene))
          .from(15)
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
      Changes.referenced("merge-referenced", Merge.class, scene -> ForeignKeyActions.onMerge(scene))
          .from(15)
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
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(
              "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE CASCADE",
              "CREATE TABLE notes (about bigint REFERENCES orders)")
          .shows(
              "MERGE INTO customers c USING (SELECT 5 AS id) s ON c.id = s.id WHEN MATCHED THEN DELETE")
          .end(),
      Changes.naming("merge-new-enum-value", Merge.class, scene -> scene.part().query())
          .from(15)
          .given(DAYS)
          .showsAfter(
              "ALTER TYPE mood ADD VALUE 'busy'",
              "MERGE INTO days d USING days e ON e.id = d.id WHEN MATCHED THEN UPDATE SET mood = 'busy'")
          .end());
}
