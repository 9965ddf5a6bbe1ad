package dev.redshank.sandbox.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.drill.Score.SprungTrap;
import dev.redshank.sandbox.server.ClientConnection;
import dev.redshank.sandbox.server.ServerOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a trainee does to a production, it is scored fairly and the drill goes on. */
@Timeout(120)
final class BadSubmissionTest {
  private final List<String> told = new ArrayList<>();
  private DrillRun run;

  @BeforeEach
  void begin() {
    run = DrillRun.start(
        Drills.find("alter-table-locks-production").orElseThrow(),
        ServerOptions.of(PgVersion.DEFAULT));
  }

  @AfterEach
  void end() {
    run.close();
  }

  private Score submit(String sql, int seconds) {
    new Submitting(run.port(), Duration.ofSeconds(seconds), told::add)
        .run(Submission.read("fix.sql", sql));
    return run.score().score();
  }

  private static String fix() {
    return Drills.find("alter-table-locks-production").orElseThrow().page().fix();
  }

  @Test
  void stopsWhatNeverEnds() {
    Score score = submit(fix() + "SELECT pg_sleep(3600);\nSELECT 1;", 3);
    assertThat(told).singleElement().asString().contains("line 5", "more than 3 s");
    assertThat(score.total()).isEqualTo(100);
  }

  @Test
  void tellsOfADatabaseThatIsGone() {
    Score score = submit(fix() + "\\connect postgres\nDROP DATABASE app_db WITH (FORCE);", 30);
    assertThat(score.traps()).extracting(SprungTrap::done).anyMatch(it -> it.contains("app_db"));
    assertThat(score.fix()).allMatch(part -> !part.held());
    assertThat(score.total()).isLessThan(40);
  }

  @Test
  void looksAgainWhereItsSessionsAreEnded() {
    Score score = submit(
        fix() + "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE usename = 'sandbox_scorer';",
        30);
    assertThat(score.total()).isEqualTo(100);
  }

  @Test
  void scoresWhileEverythingIsLocked() throws SQLException {
    try (Connection locker =
            ClientConnection.open(run.port(), "incident_responder", "app_db", "locker", "");
        Statement statement = locker.createStatement()) {
      statement.execute("BEGIN");
      for (String table : List.of("pg_authid", "pg_database", "pg_class", "pg_attribute")) {
        statement.execute("LOCK TABLE pg_catalog." + table + " IN ACCESS EXCLUSIVE MODE");
      }
      assertThat(run.score().score().total()).isZero();
      statement.execute("ROLLBACK");
    }
    assertThat(submit(fix(), 30).total()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\timing on",
        "\\! rm -rf ~",
        "\\connect",
        "\\i other.sql",
        "\\copy t FROM 'f'",
        "\\c tenant_b app_user"
      })
  void refusesCommandsOfPsql(String command) {
    assertThatThrownBy(() -> Submission.read("fix.sql", "SELECT 1;\n" + command + "\n"))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("fix.sql:2")
        .hasMessageContaining("\\connect DATABASE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"please mend it", "\u0000\u0001;\u0002", "SELECT '", "%!; $$"})
  void goesOnBehindWhatIsNoSql(String text) {
    Score score = submit(text, 30);
    assertThat(told).isNotEmpty();
    assertThat(score.total()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n", "-- nothing"})
  void refusesAnEmptyScript(String text) {
    assertThatThrownBy(() -> Submission.read("fix.sql", text))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("holds no statement");
  }

  @Test
  void saysThatADatabaseIsNotThere() {
    Score score = submit("\\connect nowhere\n" + fix(), 30);
    assertThat(told).singleElement().asString().contains("line 1", "nowhere");
    assertThat(score.total()).isEqualTo(100);
  }

  /** A client that is killed in the middle of a statement: its socket closes, and nothing else. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void letsGoOfAKilledClient() throws Exception {
    Connection client =
        ClientConnection.open(run.port(), "incident_responder", "app_db", "client", "");
    Thread thread = new Thread(() -> {
      try (Statement statement = client.createStatement()) {
        statement.execute("BEGIN; LOCK TABLE schema_migrations; SELECT pg_sleep(900)");
      } catch (SQLException killed) {
        told.add(String.valueOf(killed.getMessage()));
      }
    });
    thread.start();
    await(1);
    client.abort(Runnable::run);
    thread.join();
    await(0);
    assertThat(submit(fix(), 30).total()).isEqualTo(100);
  }

  /** Goes on when so many sessions sleep. */
  private void await(int sleeping) throws Exception {
    try (Connection connection = run.server().connect();
        Statement statement = connection.createStatement()) {
      for (int seen = -1; seen != sleeping; Thread.sleep(20)) {
        try (var row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
            + " WHERE query LIKE '%pg_sleep(900)%' AND pid <> pg_backend_pid()")) {
          row.next();
          seen = row.getInt(1);
        }
      }
    }
  }

  /** The server sleeps as it does with the lid closed; the drill sleeps beside it. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void goesOnAfterTheMachineSlept() throws Exception {
    List<ProcessHandle> processes = Stream.concat(
            Stream.of(run.server().process()), run.server().process().descendants())
        .toList();
    signal("-STOP", processes);
    Thread.sleep(1_500);
    signal("-CONT", processes);
    assertThat(submit(fix(), 30).total()).isEqualTo(100);
  }

  private static void signal(String name, List<ProcessHandle> processes) throws Exception {
    List<String> command = new ArrayList<>(List.of("kill", name));
    processes.forEach(process -> command.add(String.valueOf(process.pid())));
    // A session that ended in between cannot be told any more, and need not be.
    new ProcessBuilder(command).start().waitFor();
  }

  @Test
  void scoresTheSameAgainAndAfterAReset() {
    Score score = submit(fix(), 30);
    assertThat(run.score().score()).isEqualTo(score);
    int port = run.port();
    run.reset();
    assertThat(run.port()).isEqualTo(port);
    assertThat(run.scored()).isFalse();
    assertThat(run.score().score().total()).isZero();
    assertThat(submit(fix(), 30).total()).isEqualTo(100);
  }

  @Test
  void countsHints() {
    assertThat(run.hint()).isPresent();
    assertThat(run.hint()).isPresent();
    assertThat(run.hints()).isEqualTo(2);
    assertThat(run.hint().orElseThrow()).contains("pg_terminate_backend");
    assertThat(run.hint()).isEmpty();
    assertThat(run.score().hints()).isEqualTo(3);
  }
}
