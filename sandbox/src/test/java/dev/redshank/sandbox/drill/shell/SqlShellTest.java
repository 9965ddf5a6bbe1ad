package dev.redshank.sandbox.drill.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.sandbox.server.PostgresServer;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shell does with the lines of a pipe. */
final class SqlShellTest {
  private static PostgresServer server;

  @TempDir
  private Path folder;

  @BeforeAll
  static void start() {
    server = PostgresServer.start(17);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void emptySchema() throws SQLException {
    execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String said(String... lines) {
    StringWriter out = new StringWriter();
    StringReader in = new StringReader(String.join("\n", lines));
    new SqlShell(server::connect, "postgres", folder.resolve("history"))
        .run(new PlainConsole(in, out, false));
    return out.toString();
  }

  @Test
  void alignsNumbersToTheRightAndShowsNullsAsNothing() {
    assertThat(said(
            "SELECT 1 AS id, 'abc' AS name, NULL AS note",
            "UNION ALL SELECT 200, 'd', 'e'",
            "ORDER BY 1;"))
        .isEqualTo("""
             id  | name | note
            -----+------+------
               1 | abc  |
             200 | d    | e
            (2 rows)

            """);
  }

  @Test
  void printsNoPromptForAPipe() {
    assertThat(said("SELECT 'x'", "  AS y;")).isEqualTo(" y\n---\n x\n(1 row)\n\n");
  }

  @Test
  void measuresWideCharactersInCells() {
    assertThat(said("SELECT '日本' AS a, 'x' AS b UNION ALL SELECT 'abcd', 'y' ORDER BY 2;"))
        .contains(" 日本 | x\n abcd | y\n");
  }

  @Test
  void runsSeveralStatementsOfALineAndDollarQuotes() {
    assertThat(said(
            "CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2);",
            "DO $$ BEGIN",
            "  RAISE NOTICE 'one; two';",
            "END $$;",
            "DELETE FROM t"))
        .isEqualTo("CREATE TABLE\nINSERT 0 2\nNOTICE:  one; two\nDO\nDELETE 2\n");
  }

  @Test
  void goesOnAfterAnError() {
    assertThat(said("SELECT *", "FROM nowhere;", "SELECT 'still' AS here;")).isEqualTo("""
        ERROR:  relation "nowhere" does not exist
        LINE 2: FROM nowhere
                     ^
        SQLSTATE:  42P01
         here
        -------
         still
        (1 row)

        """);
  }

  @Test
  void tellsDetailAndHint() {
    assertThat(said("DO $$ BEGIN RAISE 'no' USING DETAIL = 'since', HINT = 'try'; END $$;"))
        .startsWith("ERROR:  no\nDETAIL:  since\nHINT:  try\n")
        .endsWith("SQLSTATE:  P0001\n");
  }

  @Test
  void tellsThatACommitOfAFailedTransactionRolledBack() {
    assertThat(said("BEGIN; SELECT 1/0; SELECT 1; COMMIT;"))
        .containsSubsequence("BEGIN\n", "SQLSTATE:  22012\n", "SQLSTATE:  25P02\n", "ROLLBACK\n");
  }

  @Test
  void showsRowsAndTagOfAReturningStatement() {
    assertThat(said("CREATE TABLE t (a int); INSERT INTO t VALUES (7) RETURNING a;"))
        .endsWith(" a\n---\n 7\n(1 row)\n\nINSERT 0 1\n");
  }

  @Test
  void escapesWhatATerminalWouldObey() {
    String said = said(
        "SELECT E'\\x1b[2J\\x07' AS \"\u001b[31m\"; SELECT E'\\u202e';",
        "DO $$ BEGIN RAISE NOTICE E'\\x1b[2J'; RAISE E'\\x1b]0;x\\x07'; END $$;");
    assertThat(said)
        .contains("\\u001b[2J\\u0007", "\\u001b[31m", "\\u202e", "NOTICE:  \\u001b[2J")
        .doesNotContain("\u001b", "\u0007", "\u202e");
  }

  @Test
  void continuesAValueOfSeveralLinesInItsColumn() {
    assertThat(said("SELECT E'one\\ntwo' AS a, 1 AS b;")).contains(" one+| 1\n two |\n");
  }

  @Test
  void stopsAHugeResultWithoutReadingIt() {
    String said = said("SELECT generate_series(1, 1e9), repeat('x', 100);", "SELECT 'alive';");
    assertThat(said.lines().filter(line -> line.contains("xxx"))).hasSize(1_000);
    assertThat(said)
        .contains("(1,000 rows; more than 9,000 are left out and were not fetched)")
        .contains("alive");
  }

  @Test
  void saysHowManyRowsAreLeftOut() {
    assertThat(said("SELECT generate_series(1, 1500);"))
        .contains("(1,000 rows; 500 more are left out)");
    assertThat(said("SELECT generate_series(1, 1000);")).contains("(1,000 rows)");
  }

  @Test
  void locksEveryRowThatAQueryWithForUpdateFinds() throws SQLException {
    execute("CREATE TABLE t AS SELECT generate_series(1, 12000) AS id");
    assertThat(said(
            "BEGIN; SELECT id FROM t FOR UPDATE;",
            "SELECT 'locked ' || count(*) FROM t WHERE xmax <> 0; ROLLBACK;"))
        .contains("(1,000 rows; more than 9,000 are left out", "locked 12000");
  }

  @Test
  void copiesLinesInAndOut() {
    assertThat(said(
            "CREATE TABLE t (a int, b text);",
            "COPY t FROM STDIN;",
            "1\tx;y",
            "2\t\\N",
            "\\.",
            "SELECT count(*) FROM t;",
            "COPY t TO STDOUT;",
            "COPY nowhere FROM STDIN;",
            "DROP TABLE t;",
            "\\.",
            "SELECT 'kept' FROM t LIMIT 1;"))
        .contains("COPY 2\n", "1\tx;y\n2\t\\N\n", "42P01", " kept\n");
  }

  @Test
  void connectsToAnotherDatabaseAndStaysWhereThereIsNone() throws SQLException {
    execute("DROP DATABASE IF EXISTS \"My shop\"");
    execute("CREATE DATABASE \"My shop\"");
    assertThat(said("\\c \"My shop\"", "\\connect nowhere", "SELECT current_database() AS db;"))
        .isEqualTo("""
            You are now connected to database "My shop" as user "postgres".
            FATAL:  database "nowhere" does not exist
            SQLSTATE:  3D000
            You are still connected to database "My shop".
               db
            ---------
             My shop
            (1 row)

            """);
  }

  @Test
  void describesATable() throws SQLException {
    execute(ORDERS);
    assertThat(said("\\d orders")).isEqualTo("""
        Table "public.orders"
         Column |  Type  | Nullable |                 Default
        --------+--------+----------+------------------------------------------
         id     | bigint | not null | generated always as identity
         total  | bigint | not null | 1
         double | bigint |          | generated always as ((total * 2)) stored
        Indexes:
            "orders_pkey" PRIMARY KEY, btree (id)
        Check constraints:
            "positive" CHECK (total > 0) NOT VALID
        Referenced by:
            TABLE "lines" CONSTRAINT "lines_order_id_fkey" FOREIGN KEY (order_id) REFERENCES orders(id)
        Triggers:
            touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()

        """);
  }

  private static final String ORDERS =
      "CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
          + " total bigint NOT NULL DEFAULT 1, double bigint GENERATED ALWAYS AS (total * 2) STORED);"
          + " ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0) NOT VALID;"
          + " CREATE TABLE lines (order_id bigint REFERENCES orders);"
          + " CREATE TRIGGER touch BEFORE UPDATE ON orders FOR EACH ROW"
          + " EXECUTE FUNCTION suppress_redundant_updates_trigger()";

  @Test
  void marksAnInvalidIndex() throws SQLException {
    execute("CREATE TABLE t AS SELECT 1 AS a FROM generate_series(1, 2)");
    assertThat(said("CREATE UNIQUE INDEX CONCURRENTLY t_a ON t (a);", "\\d t", "\\di", "\\d t_a"))
        .contains("    \"t_a\" UNIQUE, btree (a) INVALID\n")
        .contains("index, INVALID")
        .contains("Index \"public.t_a\"");
  }

  @Test
  void describesWhatItCanOfALockedTable() throws SQLException {
    execute(ORDERS);
    try (Connection other = server.connect();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN; LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
      assertThat(said("\\d orders", "SHOW lock_timeout;"))
          .contains(" total  | bigint | not null | (locked)\n")
          .containsOnlyOnce(
              "orders is locked by another session: its defaults cannot be read now\n")
          .contains("    \"orders_pkey\" PRIMARY KEY, btree (id)\n")
          .contains("    \"positive\" NOT VALID\n", "    touch\n")
          .contains(" 0\n")
          .doesNotContain("ERROR");
    }
  }

  @Test
  void describesInATransactionWithoutATraceInIt() throws SQLException {
    execute(ORDERS);
    String locks = "SELECT 'locks ' || count(*) FROM pg_locks WHERE relation = 'orders'::regclass;";
    assertThat(said("BEGIN;", "\\d orders", "SHOW lock_timeout;", locks, "COMMIT;"))
        .contains("orders_pkey", " 0\n", "locks 0\n", "COMMIT\n");
  }

  @Test
  void listsRelationsDatabasesAndRoles() throws SQLException {
    execute(
        "CREATE TABLE orders (id int); CREATE VIEW open_orders AS SELECT 1; CREATE TABLE \"Or\" ()");
    assertThat(said("\\d")).contains(" public | open_orders | view  | postgres\n");
    assertThat(said("\\dt ord*")).contains(" orders ").doesNotContain("Or ", "open_orders");
    assertThat(said("\\dt \"Or\"")).contains(" Or ");
    assertThat(said("\\dt none")).isEqualTo("There are none.\n");
    assertThat(said("\\d none")).isEqualTo("There is no relation named none.\n");
    assertThat(said("\\d+ open_orders;")).contains("View definition:\n", "SELECT 1");
    assertThat(said("\\l")).contains(" template1 | postgres");
    assertThat(said("\\du")).contains(" postgres  | Superuser");
  }

  @Test
  void expandsRowsAndTellsTimes() {
    assertThat(said("\\x", "SELECT 1 AS a, NULL AS long_name;")).isEqualTo("""
        Expanded display is on.
        -[ RECORD 1 ]----------
        a         | 1
        long_name |

        """);
    assertThat(said("\\timing", "SELECT 1;")).containsPattern("Time: [0-9.]+ ms\n");
  }

  @Test
  void namesTheListOfCommandsForAnUnknownOne() {
    assertThat(said("\\foo bar", "\\? ", "SELECT 1 \\gset"))
        .startsWith("Unknown command \\foo: \\? lists the commands.\n")
        .contains("\\timing", "Unknown command \\gset");
  }

  @Test
  void leavesAtTheCommand() {
    assertThat(said("SELECT 'a' AS a; \\q", "SELECT 'b';")).contains(" a\n").doesNotContain("b");
  }

  @Test
  void runsFilesAndNamesAMissingOne() throws IOException {
    Path script = Files.writeString(
        folder.resolve("one.sql"), "\ufeffSELECT 'from file' AS a;\n\\q\nSELECT 'behind';");
    assertThat(said("\\i " + script, "\\i /nowhere/two.sql", "SELECT 'after';"))
        .contains("from file", "Cannot read /nowhere/two.sql: there is no such file.\n", "after")
        .doesNotContain("behind");
  }

  @Test
  void endsAFileThatRunsItself() throws IOException {
    Path script = folder.resolve("loop.sql");
    Files.writeString(script, "\\i " + script);
    assertThat(said("\\i " + script)).contains("is not run: files run each other 16 deep already.");
  }

  @Test
  void connectsAgainWhenItsSessionIsKilled() {
    assertThat(said("SELECT pg_terminate_backend(pg_backend_pid());", "SELECT 'alive';"))
        .contains("57P01", "The connection to the server was lost.\n")
        .contains("There is a new one to database \"postgres\"")
        .contains(" alive\n");
  }

  @Test
  void staysConnectedAfterAnErrorThatOnlySoundsLost() {
    assertThat(said("DO $$ BEGIN RAISE 'far away' USING ERRCODE = '08006'; END $$;"))
        .contains("SQLSTATE:  08006")
        .doesNotContain("lost");
  }

  @Test
  void saysWhyNobodyCanConnect() {
    StringWriter out = new StringWriter();
    int code = new SqlShell(server::connect, "nowhere", folder.resolve("history"))
        .run(new PlainConsole(new StringReader("SELECT 1;"), out, false));
    assertThat(out).hasToString("FATAL:  database \"nowhere\" does not exist\nSQLSTATE:  3D000\n");
    assertThat(code).isEqualTo(2);
  }
}
