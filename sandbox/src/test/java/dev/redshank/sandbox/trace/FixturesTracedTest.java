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
  /** What cannot be claimed, because no migration tells what decides it, by the beginning of the statement. */
  private static final List<String> UNSEEN = List.of(
      // The function may answer with another value for each row; the claim says so.
      "ALTER TABLE orders ADD COLUMN token text DEFAULT shop_token()");

  /**
   * On the oldest and the newest version that is asked for: a version takes four minutes, and each claim is
   * tried on all of them by {@code ClaimsTest}.
   */
  @TestFactory
  Stream<DynamicNode> agreeWithTheirClaims() {
    List<PgVersion> asked = List.copyOf(Majors.asked());
    return Stream.of(asked.get(0), asked.get(asked.size() - 1))
        .distinct()
        .map(version -> dynamicContainer("PostgreSQL " + version, onServer(version)));
  }

  private static Stream<DynamicNode> onServer(PgVersion version) {
    PostgresServer server = PostgresServer.start(version, List.of("wal_level=logical"));
    List<DynamicNode> tests = new ArrayList<>();
    Fixtures.all().stream()
        .filter(fixture -> isAsked(fixture.rule()))
        .flatMap(fixture -> fixture.cases().stream())
        .filter(fixtureCase -> fixtureCase.versions().contains(version.major()))
        .forEach(fixtureCase ->
            tests.add(dynamicTest(fixtureCase.toString(), () -> trace(server, fixtureCase))));
    return tests.stream().onClose(server::close);
  }

  /** With {@code -Dredshank.fixtures=index-,table-} only those whose rules begin so. */
  private static boolean isAsked(String rule) {
    return Stream.of(System.getProperty("redshank.fixtures", "").split(","))
        .anyMatch(rule::startsWith);
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
      Trace trace =
          traced.since(since(fixtureCase)).rows(200).on(new Lived(server, fixtureCase.unseen()));
      assertThat(trace.historyFailure()).isEmpty();
      assertThat(differences(trace))
          .allMatch(difference ->
              !fixtureCase.unseen().isEmpty() && UNSEEN.stream().anyMatch(difference::startsWith));
    }
  }

  private static void dropTraced(PostgresServer server) throws SQLException {
    try (Connection admin = server.connect();
        Statement session = admin.createStatement()) {
      session.execute("DROP DATABASE IF EXISTS redshank_trace_1 WITH (FORCE)");
    }
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
