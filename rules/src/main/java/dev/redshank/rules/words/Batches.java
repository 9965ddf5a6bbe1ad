package dev.redshank.rules.words;

import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.Column;
import dev.redshank.core.schema.TableConstraint;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Set;

/** SQL that changes the rows of a table batch by batch, each committed before the next begins. */
public final class Batches {
  private static final Set<String> NUMBERS =
      Set.of("int2", "int4", "int8", "smallint", "integer", "bigint", "serial4", "serial8");

  /** Small enough to be over in an instant, large enough to come to an end. */
  private static final int ROWS = 5000;

  private Batches() {}

  /**
   * A loop over ranges of the table's key.
   *
   * @param head the statement up to where its condition on the key goes, such as {@code UPDATE t SET a = 0
   *     WHERE a IS NULL AND}
   */
  public static List<String> over(StatementStep step, ObjectName table, String head) {
    return over(step, table, head, ROWS);
  }

  /** The same, with batches of so many rows. */
  public static List<String> over(StatementStep step, ObjectName table, String head, int rows) {
    String key = key(step, table);
    if (!mayBeNumber(step, table, key)) {
      return List.of(
          "-- outside a transaction; again and again from the last key of the batch before (:last)",
          "%s %s > :last AND %s <= (".formatted(head, key, key),
          "  SELECT max(%s) FROM (SELECT %s FROM %s WHERE %s > :last ORDER BY %s LIMIT %d) batch);"
              .formatted(key, key, table, key, key, rows));
    }
    return List.of(
        "-- in a migration of its own, outside a transaction; " + key + " is a number here",
        "DO $$",
        "DECLARE",
        "  low bigint;",
        "  high bigint;",
        "BEGIN",
        "  SELECT min(%s), max(%s) INTO low, high FROM %s;".formatted(key, key, table),
        "  WHILE low <= high LOOP",
        "    %s %s >= low AND %s < low + %d;".formatted(head, key, key, rows),
        "    COMMIT;",
        "    PERFORM pg_sleep(0.1);",
        "    low := low + " + rows + ";",
        "  END LOOP;",
        "END $$;");
  }

  private static boolean mayBeNumber(StatementStep step, ObjectName table, String key) {
    return step.before()
        .relation(table)
        .flatMap(relation -> relation.column(key))
        .flatMap(Column::type)
        .map(type -> NUMBERS.contains(type.name().name()))
        .orElse(true);
  }

  /** The one column of the primary key; {@code id} where that is not known. */
  public static String key(StatementStep step, ObjectName table) {
    return step.before()
        .relation(table)
        .flatMap(relation -> relation.primaryKey())
        .map(TableConstraint::columns)
        .filter(columns -> columns.size() == 1)
        .map(columns -> new Identifier(columns.get(0), new Span(0, 0)).toString())
        .orElse("id");
  }
}
