package dev.redshank.sandbox.generate;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One connection that is asked for facts. */
final class Session implements AutoCloseable {
  private final PgVersion version;
  private final Connection connection;
  private final Statement statement;

  private Session(PgVersion version, Connection connection) throws SQLException {
    this.version = version;
    this.connection = connection;
    this.statement = connection.createStatement();
    statement.setEscapeProcessing(false);
  }

  /** A session in a new database of that name. */
  static Session open(PostgresServer server, String database) throws SQLException {
    try (Connection connection = server.connect();
        Statement creation = connection.createStatement()) {
      creation.execute("CREATE DATABASE " + database);
    }
    return new Session(server.version(), server.connect(database));
  }

  PgVersion version() {
    return version;
  }

  void run(String sql) throws SQLException {
    statement.execute(sql);
  }

  /** Runs a statement and says how it failed: its SQLSTATE, or nothing when it went well. */
  Optional<String> attempt(String sql) {
    try {
      statement.execute(sql);
      return Optional.empty();
    } catch (SQLException refused) {
      return Optional.of(String.valueOf(refused.getSQLState()));
    }
  }

  /** All rows of a query as text; a missing value is an empty string. */
  List<List<String>> rows(String query) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
          row.add(Optional.ofNullable(result.getString(column)).orElse(""));
        }
        rows.add(List.copyOf(row));
      }
    }
    return rows;
  }

  List<String> column(String query) throws SQLException {
    return rows(query).stream().map(row -> row.get(0)).toList();
  }

  String value(String query) throws SQLException {
    return column(query).get(0);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
