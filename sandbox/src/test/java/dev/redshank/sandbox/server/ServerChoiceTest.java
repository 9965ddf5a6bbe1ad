package dev.redshank.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.SandboxException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers by their binaries, by a folder and by an address. */
final class ServerChoiceTest {
  private static final ServerOptions USUAL = ServerOptions.of(PgVersion.DEFAULT);

  @Test
  void startsAnInstalledServer() throws SQLException {
    Path binaries = Installation.published(
            PgVersion.DEFAULT,
            Platform.running(),
            CacheFolder.standard(RunAs.detect(Platform.running())),
            Progress.SILENT)
        .folder();
    try (PostgresServer server = PostgresServer.start(USUAL.at(binaries));
        Connection connection = server.connect()) {
      assertThat(server.version()).isEqualTo(PgVersion.DEFAULT);
      assertThat(text(connection, "SHOW data_directory"))
          .isEqualTo(server.data().toString());
    }
    try (PostgresServer server = PostgresServer.start(USUAL.at(binaries.resolve("bin")))) {
      assertThat(server.version()).isEqualTo(PgVersion.DEFAULT);
    }
  }

  @Test
  void saysThatAFolderHoldsNoServer(@TempDir Path folder) {
    assertThatThrownBy(() -> PostgresServer.start(USUAL.at(folder)))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("no bin/postgres")
        .hasMessageContaining("/usr/lib/postgresql/17");
  }

  @Test
  void refusesAnInstalledServerThatItDoesNotKnow(@TempDir Path folder) throws IOException {
    Path program = Files.createDirectories(folder.resolve("bin")).resolve("postgres");
    Files.writeString(program, "#!/bin/sh\necho 'postgres (PostgreSQL) 9.6.24'\n");
    Permissions.set(program, "rwxr-xr-x");
    assertThatThrownBy(() -> PostgresServer.start(USUAL.at(folder)))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("9.6.24")
        .hasMessageContaining("14 to 18");
  }

  @Test
  void takesAnotherPortWhereOneIsTaken() throws IOException, SQLException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Deque<Integer> ports = new ArrayDeque<>(List.of(taken.getLocalPort(), freePort()));
      try (PostgresServer server = PostgresServer.start(USUAL, ports::removeFirst);
          Connection connection = server.connect()) {
        assertThat(text(connection, "SHOW port")).isEqualTo(String.valueOf(server.port()));
        assertThat(server.port()).isNotEqualTo(taken.getLocalPort());
      }
    }
  }

  @Test
  void saysThatEveryPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> PostgresServer.start(USUAL, taken::getLocalPort))
          .isInstanceOf(SandboxException.class)
          .hasMessageContaining("could not bind");
    }
  }

  @Test
  void worksOnAnExistingServerOnlyInTheDatabaseOfItsAddress() throws SQLException {
    try (PostgresServer running = PostgresServer.start(USUAL)) {
      ExistingServer server = ExistingServer.at(running.jdbcUrl());
      assertThat(server.version()).isEqualTo(PgVersion.DEFAULT);
      assertThat(server.emptyDatabase("other")).isEqualTo("postgres");
      try (Connection connection = server.connect("postgres")) {
        assertThat(text(connection, "SELECT current_database()")).isEqualTo("postgres");
      }
      assertThatThrownBy(() -> server.connect("template1")).isInstanceOf(SandboxException.class);
    }
  }

  @Test
  void refusesADatabaseThatHoldsSomething() throws SQLException {
    try (PostgresServer running = PostgresServer.start(USUAL)) {
      try (Connection connection = running.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE EXTENSION pg_stat_statements");
        ExistingServer.at(running.jdbcUrl());
        statement.execute("CREATE TABLE orders (id int)");
      }
      assertThatThrownBy(() -> ExistingServer.at(running.jdbcUrl()))
          .isInstanceOf(SandboxException.class)
          .hasMessageContaining("orders")
          .hasMessageContaining("empty database");
    }
  }

  @Test
  void saysNothingOfAPassword() {
    String url = "jdbc:postgresql://127.0.0.1:1/none?user=me&password=secret";
    assertThatThrownBy(() -> ExistingServer.at(url))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("--url")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> ExistingServer.at("jdbc:mysql://me:secret@host/"))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("jdbc:postgresql://HOST:PORT/DATABASE")
        .hasMessageNotContaining("secret");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
