package dev.redshank.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.Majors;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandbyTest {
  private static final String LAG =
      "SELECT (pg_current_wal_lsn() - replay_lsn)::bigint FROM pg_stat_replication";

  static List<PgVersion> versions() {
    return Majors.asked();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void replaysWhatThePrimaryWrites(PgVersion version) throws SQLException {
    try (PostgresServer primary = PostgresServer.start(version, List.of("wal_keep_size=256MB"));
        ThrottledLink link = ThrottledLink.to(primary);
        Connection connection = primary.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id");
      try (PostgresServer standby = primary.standby(link)) {
        statement.execute("SET synchronous_commit = on");
        statement.execute("INSERT INTO orders VALUES (0)");
        awaitCaughtUp(statement);
        assertThat(value(standby, "SELECT pg_is_in_recovery()")).isEqualTo("t");
        assertThat(value(standby, "SELECT count(*) FROM orders")).isEqualTo("1001");
      }
    }
  }

  /** A slow link is behind by almost all that was written; only its buffers are not counted. */
  @ParameterizedTest
  @MethodSource("versions")
  void isBehindOverASlowLink(PgVersion version) throws SQLException {
    try (PostgresServer primary = PostgresServer.start(version, List.of("wal_keep_size=256MB"));
        ThrottledLink link = ThrottledLink.to(primary);
        Connection connection = primary.connect();
        Statement statement = connection.createStatement();
        PostgresServer standby = primary.standby(link)) {
      awaitCaughtUp(statement);
      link.limit(100_000);
      statement.execute("SET synchronous_commit = on");
      statement.execute("CREATE TABLE orders AS SELECT generate_series(1, 200000) AS id");
      assertThat(Long.parseLong(value(primary, LAG))).isGreaterThan(8_000_000);
      link.unlimited();
      awaitCaughtUp(statement);
      assertThat(value(standby, "SELECT count(*) FROM orders")).isEqualTo("200000");
    }
  }

  private static void awaitCaughtUp(Statement statement) throws SQLException {
    String sql = "SELECT bool_and(replay_lsn >= pg_current_wal_lsn()) FROM pg_stat_replication";
    boolean behind = true;
    while (behind) {
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        behind = !row.getBoolean(1);
      }
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
