package dev.redshank.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.Majors;
import dev.redshank.sandbox.SandboxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresServerTest {
  static List<PgVersion> versions() {
    return Majors.asked();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void startsTheMajorThatWasAskedFor(PgVersion version) throws SQLException {
    try (PostgresServer server = PostgresServer.start(version, List.of())) {
      assertThat(value(server, "SHOW server_version")).startsWith(version.major() + ".");
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void leavesNeitherProcessNorFiles(PgVersion version) {
    PostgresServer server = PostgresServer.start(version, List.of());
    ProcessHandle process = server.process();
    server.close();
    assertThat(server.data().getParent()).doesNotExist();
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void takesSettings() throws SQLException {
    try (PostgresServer server = PostgresServer.start(17, "work_mem=7MB")) {
      assertThat(value(server, "SHOW work_mem")).isEqualTo("7MB");
    }
  }

  @Test
  void listensOnTheLoopbackAddressOnly() throws SQLException {
    try (PostgresServer server = PostgresServer.start(17)) {
      assertThat(value(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(value(server, "SHOW unix_socket_directories")).isEmpty();
    }
  }

  @Test
  void saysWhyAServerDoesNotStart() {
    assertThatThrownBy(() -> PostgresServer.start(17, "no_such_setting=1"))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("no_such_setting");
  }

  @Test
  void cannotWriteWhereOnlyRootMay(@TempDir Path folder) throws IOException, SQLException {
    assumeTrue(RunAs.isRoot(), "only root has something to give away");
    Permissions.set(folder, "rwxr-xr-x");
    Path file = folder.resolve("written");
    try (PostgresServer server = PostgresServer.start(17);
        Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("COPY (SELECT 1) TO PROGRAM 'touch " + file + "'"))
          .isInstanceOf(SQLException.class);
      assertThat(value(server, "SELECT count(*) FROM pg_stat_activity")).isNotEmpty();
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void hidesTheEnvironmentFromSql() throws SQLException, IOException {
    assumeTrue(Files.isReadable(Path.of("/proc/self/environ")), "needs /proc");
    try (PostgresServer server = PostgresServer.start(17);
        Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE seen (line text)");
      statement.execute("COPY seen FROM PROGRAM 'env | cut -d= -f1'");
      assertThat(value(server, "SELECT count(*) FROM seen WHERE line = 'HOME'")).isEqualTo("0");
      assertThat(value(server, "SELECT count(*) FROM seen WHERE line = 'PATH'")).isEqualTo("1");
    }
  }

  /** A query that takes ten seconds is cut short when the server goes. */
  @Test
  void endsWithAProcessThatIsKilled() throws Exception {
    Process process = ServerUntilKilled.launch();
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int port = Integer.parseInt(lines.readLine());
      Path data = Path.of(lines.readLine());
      String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        process.destroyForcibly().waitFor();
        assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(10)"))
            .isInstanceOf(SQLException.class);
      }
      PostgresServer.start(17).close();
      assertThat(data.getParent()).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }

  private static String value(PostgresServer server, String query) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
