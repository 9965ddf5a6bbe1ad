package dev.redshank.sandbox.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.fixtures.FixtureCase;
import dev.redshank.fixtures.FixtureFile;
import dev.redshank.fixtures.Fixtures;
import dev.redshank.sandbox.Majors;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** What Redshank claims of the statements of every fixture is what a server does. */
final class FixturesTracedTest {
  /** What is not claimed as it is, by the beginning of the statement. */
  private static final List<String> KNOWN = List.of(
      // The partition brings an equal key, which becomes a part of this one: its triggers on the
      // referenced table go, under ACCESS EXCLUSIVE there, and no row is read.
      "ALTER TABLE events ADD CONSTRAINT events_order_fk FOREIGN KEY",
      // ONLY makes an index on the parent alone, INVALID until each partition has one.
      "ALTER TABLE ONLY events ADD CONSTRAINT events_key UNIQUE",
      // In a script of one statement that tools send alone, nothing says that a transaction is
      // open.
      "LOCK TABLE orders IN SHARE MODE",
      // Which tables there are to be written anew, the migrations do not tell.
      "VACUUM FULL:");

  @TestFactory
  Stream<DynamicNode> agreeWithTheirClaims() {
    return Majors.asked().stream()
        .map(version -> dynamicContainer("PostgreSQL " + version, onServer(version)));
  }

  private static Stream<DynamicNode> onServer(PgVersion version) {
    PostgresServer server = PostgresServer.start(version, List.of("wal_level=logical"));
    List<DynamicNode> tests = new ArrayList<>();
    Fixtures.all().stream()
        .flatMap(fixture -> fixture.cases().stream())
        .filter(fixtureCase -> fixtureCase.versions().contains(version.major()))
        // What no migration tells of, no trace can set up.
        .filter(fixtureCase -> fixtureCase.unseen().isEmpty())
        .forEach(fixtureCase ->
            tests.add(dynamicTest(fixtureCase.toString(), () -> trace(server, fixtureCase))));
    return tests.stream().onClose(server::close);
  }

  private static void trace(PostgresServer server, FixtureCase fixtureCase) throws SQLException {
    dropTraced(server);
    String given = String.join(";\n", fixtureCase.given());
    Traced traced = Traced.of(name(fixtureCase, 0), given.isEmpty() ? "" : given + ";\n");
    int number = 0;
    for (FixtureFile file : fixtureCase.files()) {
      if (!file.down()) {
        traced.and(name(fixtureCase, ++number), file.text());
      }
    }
    if (number > 0) {
      Trace trace = traced.since(since(fixtureCase)).rows(200).on(server);
      assertThat(trace.historyFailure()).isEmpty();
      assertThat(differences(trace)).allMatch(FixturesTracedTest::isKnown);
    }
  }

  private static void dropTraced(PostgresServer server) throws SQLException {
    try (Connection admin = server.connect();
        Statement session = admin.createStatement()) {
      session.execute("DROP DATABASE IF EXISTS redshank_trace_1 WITH (FORCE)");
    }
  }

  private static boolean isKnown(String difference) {
    return KNOWN.stream().anyMatch(difference::startsWith);
  }

  private static List<String> differences(Trace trace) {
    return trace.statements().stream()
        .filter(statement -> !meetsRowsThatNobodyGave(statement))
        .flatMap(statement -> statement.differences().stream()
            .map(difference -> statement.source().slice(statement.span()) + ": " + difference))
        .toList();
  }

  /** Rows of the trace's own making may be in the way of rows that a case writes: a violated constraint, class 23. */
  private static boolean meetsRowsThatNobodyGave(TracedStatement statement) {
    return statement
        .measured()
        .flatMap(Measured::sqlState)
        .filter(state -> state.startsWith("23"))
        .isPresent();
  }

  private static String name(FixtureCase fixtureCase, int number) {
    return switch (fixtureCase.tool()) {
      case "flyway" -> "V%d__step.sql".formatted(number);
      case "golang-migrate" -> "%06d_step.up.sql".formatted(number);
      default -> "%03d_step.sql".formatted(number);
    };
  }

  private static String since(FixtureCase fixtureCase) {
    return switch (fixtureCase.tool()) {
      case "flyway" -> "1";
      case "golang-migrate" -> "000001";
      default -> "001";
    };
  }
}
