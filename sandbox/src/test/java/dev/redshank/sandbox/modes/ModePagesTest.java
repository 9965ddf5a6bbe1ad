package dev.redshank.sandbox.modes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.rules.RedshankRules;
import dev.redshank.sandbox.Majors;
import dev.redshank.sandbox.server.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries that the pages of the failure modes tell people to run in production do run. */
final class ModePagesTest {
  private static final String SQL = "```sql\n";

  static List<PgVersion> versions() {
    return Majors.asked();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyQueryRuns(PgVersion version) throws SQLException, IOException {
    List<FailureMode> modes =
        Arrays.stream(FailureMode.values()).filter(FailureMode::isSafety).toList();
    assertThat(modes).hasSize(9);
    try (PostgresServer server = PostgresServer.start(version, List.of());
        Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (FailureMode mode : modes) {
        List<String> queries = queries(mode);
        assertThat(queries).as(mode.id()).isNotEmpty();
        for (String query : queries) {
          statement.execute(query);
        }
      }
    }
  }

  private static List<String> queries(FailureMode mode) throws IOException {
    String page;
    try (InputStream in = RedshankRules.class.getResourceAsStream(RedshankRules.page(mode))) {
      page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> queries = new ArrayList<>();
    for (int at = page.indexOf(SQL); at >= 0; at = page.indexOf(SQL, at + 1)) {
      queries.add(page.substring(at + SQL.length(), page.indexOf("```", at + SQL.length())));
    }
    return queries;
  }
}
