package dev.redshank.sandbox.drill.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.report.Width;
import dev.redshank.sandbox.server.PostgresServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who types into a terminal. */
final class SqlShellTerminalTest {
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";
  private static final String UP = "\u001b[A";
  private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

  private static PostgresServer server;

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final PipedOutputStream keyboard = new PipedOutputStream();

  @TempDir
  private Path folder;

  private CompletableFuture<Integer> shell = CompletableFuture.completedFuture(0);

  @BeforeAll
  static void start() throws SQLException {
    server = PostgresServer.start(17);
    execute("CREATE DATABASE app_db");
    execute("CREATE ROLE app LOGIN");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() throws IOException {
    open(folder.resolve("kept/history"));
  }

  private void open(Path history) throws IOException {
    Terminal terminal = new ExternalTerminal(
        "test", "ansi", new PipedInputStream(keyboard), screen, StandardCharsets.UTF_8);
    terminal.setSize(new Size(60, 24));
    SqlShell sql = new SqlShell(SqlShellTerminalTest::connect, "app_db", history);
    shell = CompletableFuture.supplyAsync(() -> {
      try (Console console = new TerminalConsole(terminal, history)) {
        return sql.run(console);
      }
    });
    await("app_db=> ");
  }

  /** As an application: no superuser. */
  private static Connection connect(String database) throws SQLException {
    Connection connection = server.connect(database, "shell");
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION AUTHORIZATION app");
    }
    return connection;
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @AfterEach
  void close() throws Exception {
    keyboard.close();
    shell.get(30, TimeUnit.SECONDS);
  }

  private void type(String keys) throws IOException {
    screen.reset();
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  private String seen() {
    return screen.toString(StandardCharsets.UTF_8).replace("\r", "");
  }

  private void await(String text) {
    await(text, () -> seen().contains(text));
  }

  private void await(String what, BooleanSupplier claim) {
    long end = System.nanoTime() + PATIENCE;
    while (!claim.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s in %s", what, seen()).isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private boolean isRunning(String query) {
    String sql =
        "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query = '" + query + "'";
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next();
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void saysInThePromptWhetherAStatementOrATransactionIsOpen() throws IOException {
    type("BEGIN;\r");
    await("app_db*=> ");
    type("SELECT\r");
    await("app_db*-> ");
    type("1/0;\r");
    await("app_db!=> ");
    type("ROLLBACK;\r");
    await("ROLLBACK\n");
    await("app_db=> ");
    type("RESET SESSION AUTHORIZATION;\r");
    await("app_db=# ");
  }

  @Test
  void cancelsTheStatementThatRuns() throws IOException {
    type("SELECT pg_sleep(600);\r");
    await("the statement", () -> isRunning("SELECT pg_sleep(600)"));
    type(CTRL_C);
    await("ERROR:  canceling statement due to user request");
    type("SELECT 'still ' || 'here';\r");
    await("still here\n");
  }

  @Test
  void forgetsWhatWasTypedAtCtrlC() throws IOException {
    type("SELECT 'open\r");
    await("app_db'> ");
    type("more" + CTRL_C);
    await("app_db=> ");
    type("SELECT 'new ' || 'line';\r");
    await("new line\n");
  }

  @Test
  void endsAtCtrlD() throws Exception {
    type(CTRL_D);
    assertThat(shell.get(30, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void endsAtTheWordQuitToo() throws Exception {
    type("quit\r");
    assertThat(shell.get(30, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void connectsAgainWhenItsIdleSessionIsKilled() throws Exception {
    execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'shell'");
    type("SELECT 1;\r");
    await("There is a new one to database \"app_db\"");
    await("app_db=> ");
    type("SELECT 'alive ' || 'again';\r");
    await("alive again\n");
  }

  @Test
  void cutsLongCellsToTheTerminal() throws IOException {
    type("SELECT repeat('x', 100) AS a, 1234567890123 AS b, repeat('日', 50) AS c;\r");
    await("(1 row)");
    assertThat(seen())
        .contains("x… | 1234567890123 | 日")
        .doesNotContain("x".repeat(60), "日".repeat(30));
    assertThat(seen().lines().filter(line -> line.contains("…")))
        .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(60));
  }

  @Test
  void keepsExclamationMarksAndBackslashesOfSql() throws IOException {
    type("SELECT 'a!!b!x\\n' || '!';\r");
    await(" a!!b!x\\n!\n");
  }

  @Test
  void keepsStatementsOfSeveralLinesInItsHistory() throws Exception {
    type("SELECT 'one\r");
    await("app_db'> ");
    type("two';\r");
    await("(1 row)");
    await("app_db=> ");
    type(UP + "\r");
    await("(1 row)");
    type("\\q\r");
    shell.get(30, TimeUnit.SECONDS);
    assertThat(Files.readAllLines(folder.resolve("kept/history"))).contains("SELECT 'one\\ntwo';");
  }

  @Test
  void worksWithoutAHistoryThatCanBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(answer(file.resolve("history"), "SELECT 'a' || 'b';")).contains(" ab");
    assertThat(answer(folder, "SELECT 'a' || 'b';")).contains(" ab");
  }

  @Test
  void worksWithAHistoryThatIsNone() throws IOException {
    Path file = Files.write(folder.resolve("broken"), new byte[] {'\\', (byte) 0xff, '\n', ':', 0});
    assertThat(answer(file, "SELECT 'a' || 'b';")).contains(" ab");
  }

  @Test
  void promptsWithWhateverADatabaseIsCalled() throws IOException {
    assertThat(answer("50%N \u001b[31m", folder.resolve("other"), "SELECT 1;"))
        .contains("50%N \\u001b[31m=> ");
  }

  private static String answer(Path history, String line) throws IOException {
    return answer("app_db", history, line);
  }

  /** What a shell on a terminal of its own says to one line. */
  private static String answer(String database, Path history, String line) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PipedOutputStream keys = new PipedOutputStream();
        Console console = new TerminalConsole(
            new ExternalTerminal(
                "test", "ansi", new PipedInputStream(keys), out, StandardCharsets.UTF_8),
            history)) {
      keys.write((line + "\r\\q\r").getBytes(StandardCharsets.UTF_8));
      keys.flush();
      new SqlShell(name -> connect("app_db"), database, history).run(console);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void stopsAFileWhoseStatementIsCancelled() throws IOException {
    Path script = Files.writeString(
        folder.resolve("slow.sql"), "SELECT pg_sleep(601);\nSELECT 'behind' || 'it';\n");
    type("\\i " + script + "\r");
    await("the statement", () -> isRunning("SELECT pg_sleep(601)"));
    type(CTRL_C);
    await("app_db=> ");
    assertThat(seen()).contains("canceling statement").doesNotContain("behindit");
  }

  @Test
  void completesCommandsAndTables() throws IOException {
    type("RESET SESSION AUTHORIZATION; CREATE TABLE IF NOT EXISTS completed_orders (id int);\r");
    await("CREATE TABLE\n");
    type("SELECT 'found' FROM compl\t;\r");
    await("(0 rows)");
    assertThat(seen()).contains("completed_orders");
  }
}
