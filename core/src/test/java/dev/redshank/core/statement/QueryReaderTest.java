package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a query reads, writes and calls. */
final class QueryReaderTest {
  @ParameterizedTest
  @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
          SELECT 1 # [] # [] # []
          SELECT a FROM t # [t] # [] # []
          SELECT a FROM s.t AS x, ONLY u y, "V" z # [s.t, u, "V"] # [] # []
          SELECT a FROM t JOIN u USING (id) LEFT JOIN w ON t.a = w.a, x # [t, u, w, x] # [] # []
          SELECT a FROM (t JOIN u ON true) CROSS JOIN w # [t, u, w] # [] # []
          SELECT (SELECT max(a) FROM u) FROM t WHERE EXISTS (SELECT FROM w) # [u, t, w] # [] # [max/1]
          SELECT a FROM (SELECT b FROM t) x (c), LATERAL (SELECT 1 FROM u) y # [t, u] # [] # []
          SELECT a FROM f(1, 2) WITH ORDINALITY AS x(a, n), t # [t] # [] # [f/2]
          SELECT a FROM ROWS FROM (f(), g(1)) x, t # [t] # [] # [f/0, g/1]
          SELECT a FROM (VALUES (1, 2), (3, 4)) AS v(a, b) # [] # [] # []
          SELECT a FROM t TABLESAMPLE system (10) WHERE b # [t] # [] # []
          WITH t AS (SELECT 1) SELECT * FROM t # [] # [] # []
          WITH t AS (SELECT * FROM t) SELECT * FROM t # [t] # [] # []
          WITH RECURSIVE t AS (SELECT 1 UNION SELECT * FROM t) SELECT * FROM t # [] # [] # []
          WITH a AS (SELECT 1), b (x, y) AS MATERIALIZED (SELECT * FROM a) SELECT * FROM b, c # [c] # [] # []
          SELECT * FROM (WITH a AS (SELECT 1) SELECT * FROM a) x, a # [a] # [] # []
          WITH d AS (DELETE FROM t USING u WHERE t.id = u.id RETURNING *) INSERT INTO w SELECT * FROM d # [u] # [t] # []
          WITH i AS (INSERT INTO t (a, b) SELECT 1, 2 FROM u), m AS (UPDATE ONLY w SET a = 1 FROM x) SELECT 1 # [u, x] # [t, w] # []
          UPDATE t SET a = u.a FROM u WHERE t.id = u.id # [u] # [] # []
          DELETE FROM t USING u JOIN w USING (id) WHERE true # [u, w] # [] # []
          INSERT INTO t (a, b) SELECT * FROM u ON CONFLICT (a) DO UPDATE SET b = f(1) # [u] # [] # [f/1]
          MERGE INTO t USING u ON t.id = u.id WHEN MATCHED THEN UPDATE SET a = 1 WHEN NOT MATCHED THEN INSERT (a) VALUES (1) # [u] # [] # []
          TABLE t # [t] # [] # []
          SELECT 1 UNION ALL TABLE t # [t] # [] # []
          SELECT a FROM t FOR UPDATE OF t SKIP LOCKED # [t] # [] # []
          SELECT a FROM t WHERE a IS DISTINCT FROM b # [t] # [] # []
          SELECT extract(epoch FROM a), trim(both FROM b), substring(c FROM 2) FROM t # [t] # [] # [extract/2, substring/2]
          SELECT count(*) FILTER (WHERE a), sum(b) OVER (PARTITION BY c) FROM t # [t] # [] # [count/1, sum/1]
          SELECT CAST(a AS numeric(10, 2)), b::varchar(5), pg_catalog.now() # [] # [] # [pg_catalog.now/0]
          SELECT f(g(1, h(2, 3)), 4) # [] # [] # [f/2, g/2, h/2]
          SELECT a INTO TEMP TABLE copy FROM t # [t] # [] # []
          SELECT a FROM t, t, s.t # [t, s.t] # [] # []
          """)
  void findsWhatAQueryTouches(String sql, String reads, String writes, String functions) {
    Query query = QueryReader.read(SqlScript.tokens(SourceText.of("test.sql", sql)));
    assertThat(query.reads()).hasToString(reads);
    assertThat(query.writes()).hasToString(writes);
    assertThat(query.functions().stream()
            .map(call -> call.name() + "/" + call.arguments())
            .toList())
        .hasToString(functions);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', textBlock = """
          SELECT a FROM ONLY t # [t]
          SELECT a FROM ONLY (t) JOIN u USING (id) # [t]
          SELECT a FROM t, ONLY t b # []
          SELECT a FROM ONLY s.t WHERE EXISTS (SELECT 1 FROM t) # [s.t]
          TABLE ONLY t # [t]
          DELETE FROM ONLY t USING ONLY u WHERE t.id = u.id # [u]
          """)
  void tellsWhatIsReadWithoutItsChildren(String sql, String only) {
    Query query = QueryReader.read(SqlScript.tokens(SourceText.of("test.sql", sql)));
    assertThat(query.only()).hasToString(only);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', textBlock = """
          SELECT a FROM t, s.u FOR UPDATE # [t, s.u]
          SELECT a FROM t x JOIN s.u AS y ON x.a = y.a FOR NO KEY UPDATE OF y NOWAIT # [s.u]
          SELECT a FROM t, u, v FOR SHARE OF t, v SKIP LOCKED FOR UPDATE OF u # [t, v, u]
          SELECT a FROM (t LEFT JOIN u USING (a)) FOR KEY SHARE OF u # [u]
          SELECT a FROM (SELECT b FROM t WHERE EXISTS (TABLE u)) x, v FOR UPDATE OF x # [t]
          SELECT a FROM t WHERE a IN (SELECT b FROM u FOR UPDATE) # [u]
          SELECT a FROM t WHERE a IN (SELECT b FROM u) FOR UPDATE # [t]
          SELECT a FROM t, f(u) x, generate_series(1, 2) FOR UPDATE # [t]
          SELECT substring(a FROM 2 FOR 3), a IS DISTINCT FROM b FROM t FOR UPDATE # [t]
          WITH u AS (SELECT b FROM v) SELECT a FROM t, u FOR UPDATE # [t]
          TABLE t FOR UPDATE # [t]
          SELECT a FROM t)) FOR UPDATE OF # []
          SELECT a FROM t # []
          """)
  void tellsWhoseRowsAreLocked(String sql, String locked) {
    Query query = QueryReader.read(SqlScript.tokens(SourceText.of("test.sql", sql)));
    assertThat(query.rowLocks()).hasToString(locked);
  }

  @Test
  void readsTheStatementsOfWithQueriesThatChangeData() {
    String sql =
        "WITH old AS (SELECT 1), gone AS (DELETE FROM ONLY t RETURNING *), new AS (INSERT INTO u SELECT * FROM gone) SELECT 1";
    Query query = QueryReader.read(SqlScript.tokens(SourceText.of("test.sql", sql)));
    assertThat(query.changes()).extracting(Statement::kind).containsExactly("DELETE", "INSERT");
    assertThat(query.changes().get(0))
        .isInstanceOfSatisfying(Delete.class, gone -> assertThat(gone.only()).isTrue());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', textBlock = """
          WHEN MATCHED THEN UPDATE SET a = 1, (b, c) = (SELECT 1, 2) # [a, b, c] # false # false # [] # false
          WHEN MATCHED AND t.a IN (1, 2) THEN DELETE # [] # false # false # [] # true
          WHEN MATCHED THEN DO NOTHING # [] # false # false # [] # false
          WHEN NOT MATCHED THEN INSERT (a, b) VALUES (1, 2) # [] # true # false # [a, b] # false
          WHEN NOT MATCHED BY SOURCE THEN DELETE WHEN NOT MATCHED THEN INSERT VALUES (1) # [] # true # true # [] # true
          WHEN NOT MATCHED THEN INSERT DEFAULT VALUES # [] # true # false # [] # false
          WHEN MATCHED THEN UPDATE SET a = CASE WHEN u.a > 1 THEN CASE WHEN b THEN 1 END END, b = 2 # [a, b] # false # false # [] # false
          WHEN MATCHED THEN UPDATE SET a = 1 WHEN NOT MATCHED THEN INSERT (a) OVERRIDING SYSTEM VALUE VALUES (1) RETURNING a # [a] # true # false # [a] # false
          """)
  void tellsWhatAMergeDoes(
      String clauses,
      String updated,
      boolean inserts,
      boolean inOrder,
      String inserted,
      boolean deletes) {
    Statement statement = Reading.statement("MERGE INTO ONLY t USING u ON t.id = u.id " + clauses);
    assertThat(statement).isInstanceOfSatisfying(Merge.class, merge -> {
      assertThat(merge.only()).isTrue();
      assertThat(merge.updated().stream().map(Identifier::name).toList()).hasToString(updated);
      assertThat(merge.inserted().stream().map(Identifier::name).toList()).hasToString(inserted);
      assertThat(List.of(merge.inserts(), merge.insertsInOrder(), merge.deletes()))
          .containsExactly(inserts, inOrder, deletes);
    });
  }
}
