package dev.redshank.sandbox.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

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
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The picture that statements are replayed into is the one that a server's catalogs show after them. */
final class SchemaStateTruthTest {
  private static final String TITLE = "--# history: ";
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
    histories.forEach((title, sql) -> tests.add(
        dynamicTest(title, () -> compare(server, "history_" + tests.size(), title, sql))));
    return tests.stream().onClose(server::close);
  }

  private static void compare(PostgresServer server, String database, String title, String sql)
      throws SQLException {
    try (Connection admin = server.connect();
        java.sql.Statement create = admin.createStatement()) {
      create.execute("DROP DATABASE IF EXISTS " + database);
      create.execute("CREATE DATABASE " + database);
    }
    SchemaState state = SchemaState.empty();
    try (Connection connection = server.connect(database);
        java.sql.Statement session = connection.createStatement()) {
      for (SqlStatement statement : SqlScript.read(SourceText.of(title, sql)).statements()) {
        session.execute(statement.tokens().sql());
        Statement read = new StatementReader().read(statement);
        assertThat(read).isNotInstanceOf(Unrecognized.class);
        state = state.after(read, HISTORY, title);
      }
      assertThat(differences(
              ReplayedPicture.of(state, server.version()), ServerPicture.of(connection)))
          .isEmpty();
    }
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
