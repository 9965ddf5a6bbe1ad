package dev.redshank.sandbox.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.redshank.core.migration.Direction;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.schema.Era;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.StatementReader;
import dev.redshank.core.statement.Unrecognized;
import dev.redshank.core.text.SourceText;
import dev.redshank.sandbox.server.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The picture that statements are replayed into is the one that a server's catalogs show after them. */
final class SchemaStateTruthTest {
  private static final String TITLE = "--# history: ";

  /** The shop makes these partitions by EXECUTE of a string that is put together at run time. */
  private static final Pattern MADE_IN_A_LOOP = Pattern.compile(" audit\\.events_202[0-3]\\d\\d");

  private static final Era HISTORY = new Era(0, 1, 1);

  @TestFactory
  Stream<DynamicNode> showsWhatTheCatalogsShow() throws IOException {
    Map<String, String> histories = histories();
    return Stream.of(System.getProperty("redshank.postgres.majors", "17").split(","))
        .map(major -> new PgVersion(Integer.parseInt(major.strip())))
        .map(version -> dynamicContainer("PostgreSQL " + version, onServer(version, histories)));
  }

  private static Stream<DynamicNode> onServer(PgVersion version, Map<String, String> histories) {
    PostgresServer server = PostgresServer.start(version, List.of());
    List<DynamicNode> tests = new ArrayList<>();
    histories.forEach((title, sql) ->
        tests.add(dynamicTest(title, () -> compare(server, List.of(SourceText.of(title, sql))))));
    tests.add(dynamicTest("the Flyway shop", () -> compare(server, shop())));
    tests.add(dynamicTest("the bookings of a hotel", () -> compare(server, bookings())));
    return tests.stream().onClose(server::close);
  }

  private static void compare(PostgresServer server, List<SourceText> scripts) throws SQLException {
    try (Connection admin = server.connect();
        java.sql.Statement fresh = admin.createStatement()) {
      fresh.execute("DROP DATABASE IF EXISTS history");
      fresh.execute("CREATE DATABASE history");
      fresh.execute("DROP ROLE IF EXISTS shop_app");
      fresh.execute("CREATE ROLE shop_app");
    }
    SchemaState state = SchemaState.empty();
    try (Connection connection = server.connect("history");
        java.sql.Statement session = connection.createStatement()) {
      for (SourceText script : scripts) {
        for (SqlStatement statement : SqlScript.read(script).statements()) {
          session.execute(statement.tokens().sql());
          Statement read = new StatementReader().read(statement);
          assertThat(read).isNotInstanceOf(Unrecognized.class);
          state = state.after(read, HISTORY, script.path());
        }
      }
      SchemaState replayed = state;
      Set<String> claimed = ServerPicture.of(connection).stream()
          .filter(line -> ReplayedPicture.isClaimed(line, replayed))
          .filter(line -> !MADE_IN_A_LOOP.matcher(line).find())
          .collect(Collectors.toSet());
      assertThat(differences(ReplayedPicture.of(state, server.version()), claimed))
          .isEmpty();
    }
  }

  /** The shop's migrations in Flyway's order, from its first version, with the placeholders of its configuration. */
  private static List<SourceText> shop() throws IOException {
    Path project = Path.of("../test-fixtures/src/main/projects/flyway-shop");
    Properties settings = new Properties();
    try (Reader file = Files.newBufferedReader(project.resolve("flyway.conf"))) {
      settings.load(file);
    }
    List<SourceText> scripts = new ArrayList<>();
    for (MigrationFile file : MigrationFinder.find(
            List.of("src/main/resources/db/migration"), project)
        .migrations()) {
      if (file.direction() == Direction.UP) {
        String sql = MigrationReader.read(file).source().orElseThrow().content();
        for (String name : settings.stringPropertyNames()) {
          sql = sql.replace(
              "${" + name.replace("flyway.placeholders.", "") + "}", settings.getProperty(name));
        }
        scripts.add(SourceText.of(file.path(), sql));
      }
    }
    assertThat(scripts).hasSizeGreaterThan(50);
    return scripts;
  }

  /** The bookings' migrations in order; statement by statement, a server takes CONCURRENTLY too. */
  private static List<SourceText> bookings() {
    Path project = Path.of("../test-fixtures/src/main/projects/plain-bookings");
    return MigrationFinder.find(List.of("migrations"), project).migrations().stream()
        .filter(file -> file.direction() == Direction.UP)
        .map(file -> MigrationReader.read(file).source().orElseThrow())
        .toList();
  }

  private static List<String> differences(Set<String> replayed, Set<String> server) {
    List<String> differences = new ArrayList<>();
    server.stream()
        .filter(line -> !replayed.contains(line))
        .map("missing: "::concat)
        .forEach(differences::add);
    replayed.stream()
        .filter(line -> !server.contains(line))
        .map("invented: "::concat)
        .forEach(differences::add);
    return differences;
  }

  /** Scripts by title, in written order. */
  private static Map<String, String> histories() throws IOException {
    try (InputStream file = SchemaStateTruthTest.class.getResourceAsStream("histories.sql")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> histories = new LinkedHashMap<>();
      for (String part : text.substring(text.indexOf(TITLE) + TITLE.length()).split(TITLE)) {
        int end = part.indexOf('\n');
        histories.put(part.substring(0, end), part.substring(end));
      }
      return histories;
    }
  }
}
