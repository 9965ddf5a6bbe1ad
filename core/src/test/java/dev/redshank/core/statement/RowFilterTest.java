package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows an UPDATE or DELETE touches. */
final class RowFilterTest {
  /** Conditions of {@code UPDATE orders o SET note = 'x' WHERE …}. */
  @ParameterizedTest
  @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
          true                                                   # ALWAYS_TRUE
          TRUE::boolean                                          # ALWAYS_TRUE
          (true)                                                 # ALWAYS_TRUE
          NOT false                                              # ALWAYS_TRUE
          NOT (false)                                            # ALWAYS_TRUE
          NOT NOT true                                           # ALWAYS_TRUE
          1 = 1                                                  # ALWAYS_TRUE
          1=1                                                    # ALWAYS_TRUE
          1 = 1.0                                                # ALWAYS_TRUE
          (1) = (1)                                              # ALWAYS_TRUE
          1 < 2                                                  # ALWAYS_TRUE
          'a' = 'a'                                              # ALWAYS_TRUE
          'a' <> 'b'                                             # ALWAYS_TRUE
          2 >= 1                                                 # ALWAYS_TRUE
          true AND 1 = 1                                         # ALWAYS_TRUE
          true OR id = 5                                         # ALWAYS_TRUE
          id = 5 OR 1 = 1                                        # ALWAYS_TRUE
          false                                                  # SELECTIVE
          1 = 0                                                  # SELECTIVE
          NOT true                                               # SELECTIVE
          id = NULL                                              # SELECTIVE
          false OR false                                         # SELECTIVE
          false OR note IS NULL                                  # UNBOUNDED
          CURRENT OF cur                                         # CURRENT_ROW
          id = 5                                                 # SELECTIVE
          5 = id                                                 # SELECTIVE
          id = -5                                                # SELECTIVE
          (id = 5)                                               # SELECTIVE
          ((id)) = ((5))                                         # SELECTIVE
          o.id = 5                                               # SELECTIVE
          id = $1                                                # SELECTIVE
          id = :id                                               # SELECTIVE
          id = ${id}                                             # SELECTIVE
          kind = 'A'                                             # SELECTIVE
          kind = 'A'::text                                       # SELECTIVE
          kind::text = 'A'                                       # SELECTIVE
          CAST(kind AS text) = 'A'                               # SELECTIVE
          day = DATE '2020-01-01'                                # SELECTIVE
          kind = upper('a')                                      # SELECTIVE
          kind = 'a' || 'b'                                      # SELECTIVE
          (kind, day) = ('A', 'B')                               # SELECTIVE
          ROW(kind, day) = ROW('A', 'B')                         # SELECTIVE
          id IN (1, 2, 3)                                        # SELECTIVE
          id IN (5)                                              # SELECTIVE
          id = ANY('{1,2}')                                      # SELECTIVE
          id = ANY (ARRAY[1, 2])                                 # SELECTIVE
          id = ANY($1)                                           # SELECTIVE
          id = ANY($1::int[])                                    # SELECTIVE
          (a, b) IN ((1, 2), (3, 4))                             # SELECTIVE
          id IN (VALUES (1), (2))                                # SELECTIVE
          id = (SELECT max(id) FROM other)                       # SELECTIVE
          kind = 'A' AND note IS NULL                            # SELECTIVE
          note IS NULL AND kind = 'A'                            # SELECTIVE
          kind = 'A' OR kind = 'B'                               # SELECTIVE
          NOT (kind <> 'A')                                      # SELECTIVE
          NOT (kind <> 'A' OR note IS NULL)                      # SELECTIVE
          kind = 'A' AND (note IS NULL OR note = '')             # SELECTIVE
          id BETWEEN 1 AND 1000                                  # BATCH
          id BETWEEN SYMMETRIC 1000 AND 1                        # BATCH
          id BETWEEN $1 AND $1 + 1000                            # BATCH
          (id BETWEEN 1 AND 1000)                                # BATCH
          id > 10 AND id <= 20                                   # BATCH
          id <= 20 AND id > 10                                   # BATCH
          10 < id AND 20 >= id                                   # BATCH
          id > 10 AND note IS NULL AND id < 20                   # BATCH
          (id > 10) AND (id < 20)                                # BATCH
          id >= :from AND id < :from + 1000                      # BATCH
          NOT (id <= 10 OR id > 20)                              # BATCH
          day >= '2020-01-01' AND day < '2020-02-01'             # BATCH
          id BETWEEN 1 AND 9 AND kind = 'A'                      # BATCH
          id BETWEEN 1 AND 9 OR id BETWEEN 20 AND 29             # BATCH
          id BETWEEN 1 AND 9 OR kind = 'A'                       # SELECTIVE
          ctid >= '(0,0)' AND ctid < '(100,0)'                   # BATCH
          id IN (SELECT id FROM orders LIMIT 1000)               # BATCH
          id IN (SELECT id FROM orders FETCH FIRST 9 ROWS ONLY)  # BATCH
          id IN (SELECT id FROM (SELECT id FROM o LIMIT 9) s)    # BATCH
          id = ANY(SELECT id FROM orders LIMIT 1000)             # BATCH
          id = ANY(ARRAY(SELECT id FROM orders LIMIT 1000))      # BATCH
          ctid = ANY(ARRAY(SELECT ctid FROM orders LIMIT 1000))  # BATCH
          (a, b) IN (SELECT a, b FROM orders LIMIT 10)           # BATCH
          id IN (SELECT id FROM o LIMIT 5) OR id = 3             # SELECTIVE
          id IN (SELECT id FROM orders LIMIT ALL)                # UNBOUNDED
          id IN (SELECT id FROM orders)                          # UNBOUNDED
          id IN (SELECT id FROM a UNION SELECT id FROM b)        # UNBOUNDED
          id NOT IN (SELECT id FROM orders LIMIT 5)              # UNBOUNDED
          NOT id IN (1, 2)                                       # UNBOUNDED
          note IS NULL                                           # UNBOUNDED
          note IS NOT NULL                                       # UNBOUNDED
          note ISNULL                                            # UNBOUNDED
          note <> 'x'                                            # UNBOUNDED
          note != 'x'                                            # UNBOUNDED
          note IS DISTINCT FROM 'x'                              # UNBOUNDED
          id = id                                                # UNBOUNDED
          a = b                                                  # UNBOUNDED
          created < now()                                        # UNBOUNDED
          created < now() - interval '90 days'                   # UNBOUNDED
          id > 5                                                 # UNBOUNDED
          id > 5 OR id < 3                                       # UNBOUNDED
          a > 1 AND b < 2                                        # UNBOUNDED
          active                                                 # UNBOUNDED
          active = true                                          # UNBOUNDED
          NOT active                                             # UNBOUNDED
          active IS TRUE                                         # UNBOUNDED
          lower(email) = 'a@b.c'                                 # UNBOUNDED
          data->>'k' = 'v'                                       # UNBOUNDED
          id % 10 = 3                                            # UNBOUNDED
          note LIKE 'a%'                                         # UNBOUNDED
          note ~ '^a'                                            # UNBOUNDED
          id NOT BETWEEN 1 AND 5                                 # UNBOUNDED
          id BETWEEN low AND high                                # UNBOUNDED
          is_old(id)                                             # UNBOUNDED
          NOT (kind = 'A')                                       # UNBOUNDED
          kind = 'A' OR note IS NULL                             # UNBOUNDED
          (kind = 'A' OR note IS NULL) AND (id > 5)              # UNBOUNDED
          EXISTS (SELECT 1 FROM c WHERE c.id = o.customer_id)    # UNBOUNDED
          total = (SELECT sum(x) FROM i WHERE i.order_id = o.id) # UNBOUNDED
          CASE WHEN a THEN b ELSE c END                          # UNBOUNDED
          id = 5 + other                                         # UNBOUNDED
          random() < 0.5                                         # UNBOUNDED
          """)
  void judgesTheConditionOfAnUpdate(String condition, RowFilter expected) {
    Update update = Reading.as(Update.class, "UPDATE orders o SET note = 'x' WHERE " + condition);
    assertThat(update.filter()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
          UPDATE t SET a = 1                                                              # NONE
          UPDATE t SET a = u.a FROM u                                                     # NONE
          UPDATE t SET a = 1 RETURNING a                                                  # NONE
          UPDATE t SET a = u.a FROM u WHERE t.id = u.id                                   # UNBOUNDED
          UPDATE t SET a = u.a FROM u WHERE t.id = u.id AND u.kind = 'A'                  # SELECTIVE
          UPDATE t SET a = u.a FROM u WHERE t.id = u.id AND u.id BETWEEN 1 AND 9          # BATCH
          UPDATE t SET a = s.a FROM (SELECT * FROM u LIMIT 9) s WHERE t.id = s.id         # BATCH
          UPDATE t SET a = s.a FROM (SELECT * FROM u) AS s WHERE t.id = s.id              # UNBOUNDED
          UPDATE t SET a = v.a FROM (VALUES (1, 2)) AS v (id, a) WHERE t.id = v.id        # SELECTIVE
          UPDATE t SET a = v.a FROM unnest($1) AS v (id) WHERE t.id = v.id                # SELECTIVE
          UPDATE t SET a = 1 FROM u JOIN w ON u.id = w.id WHERE t.id = u.id               # UNBOUNDED
          WITH b AS (SELECT id FROM t LIMIT 9) UPDATE t SET a = 1 FROM b WHERE t.id = b.id # BATCH
          WITH b AS (SELECT id FROM t) UPDATE t SET a = 1 FROM b WHERE t.id = b.id         # UNBOUNDED
          WITH b AS (SELECT id FROM t LIMIT 9) UPDATE t SET a = 1 WHERE id IN (SELECT id FROM b) # BATCH
          WITH b AS (SELECT id FROM t LIMIT 9), c AS (SELECT id FROM b) UPDATE t SET a = 1 FROM c WHERE t.id = c.id # BATCH
          DELETE FROM t                                                                   # NONE
          DELETE FROM ONLY t * AS x WHERE x.id = 4                                        # SELECTIVE
          DELETE FROM t USING u WHERE t.id = u.id                                         # UNBOUNDED
          WITH b AS (SELECT id FROM t LIMIT 9) DELETE FROM t USING b WHERE t.id = b.id     # BATCH
          DELETE FROM t WHERE id = 5 RETURNING id                                         # SELECTIVE
          DELETE FROM t WHERE CURRENT OF c                                                # CURRENT_ROW
          """)
  void judgesWholeStatements(String sql, RowFilter expected) {
    Statement statement = Reading.statement(sql);
    RowFilter filter =
        statement instanceof Update update ? update.filter() : ((Delete) statement).filter();
    assertThat(filter).isEqualTo(expected);
  }

  /** Conditions of an UPDATE inside a loop with the variables v, low and the record r. */
  @ParameterizedTest
  @CsvSource(delimiter = '#', textBlock = """
          id = v                        # SELECTIVE
          id = r.id                     # SELECTIVE
          id > low AND id <= low + 1000 # BATCH
          id BETWEEN low AND v          # BATCH
          id > low                      # UNBOUNDED
          id = other                    # UNBOUNDED
          id = ANY(v)                   # SELECTIVE
          id = u.id                     # UNBOUNDED
          """)
  void knowsTheVariablesOfABody(String condition, RowFilter expected) {
    DoBlock block = Reading.as(
        DoBlock.class,
        "DO $$ DECLARE v int; low int := 0; BEGIN FOR r IN SELECT 1 LOOP UPDATE t SET a = 1 WHERE "
            + condition
            + "; END LOOP; END $$");
    RoutineBody.Loop loop =
        (RoutineBody.Loop) block.body().orElseThrow().steps().get(0);
    RoutineBody.Run run = (RoutineBody.Run) loop.steps().get(1);
    assertThat(((Update) run.statement()).filter()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"(a = 1 OR, 100, )", "NOT (, 200, )"})
  void aConditionTooDeepForTheParserBoundsNothing(String open, int times, String close) {
    String condition = open.repeat(times) + " a = 1" + close.repeat(times);
    Update update = Reading.as(Update.class, "UPDATE t SET a = 1 WHERE b OR " + condition);
    assertThat(update.filter()).isEqualTo(RowFilter.UNBOUNDED);
  }

  @ParameterizedTest
  @CsvSource({"' OR ', SELECTIVE", "' AND ', SELECTIVE"})
  void aLongChainIsReadWithoutDeepRecursion(String operator, RowFilter expected) {
    String condition = String.join(operator, Collections.nCopies(900, "a = 1"));
    Update update = Reading.as(Update.class, "UPDATE t SET a = 1 WHERE " + condition);
    assertThat(List.of(update.filter())).containsExactly(expected);
  }
}
