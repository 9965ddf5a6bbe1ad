package dev.redshank.sandbox.trace;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.server.ThrowawayServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A server whose databases are not empty before the first migration: what no migration tells of is there.
 *
 * @param unseen what made it, a statement each
 */
record Lived(ThrowawayServer server, List<String> unseen) implements ThrowawayServer {
  @Override
  public PgVersion version() {
    return server.version();
  }

  @Override
  public Connection connect() throws SQLException {
    return server.connect();
  }

  @Override
  public boolean observersApart() {
    return server.observersApart();
  }

  @Override
  public Connection connect(String database) throws SQLException {
    return server.connect(database);
  }

  @Override
  public String emptyDatabase(String name) throws SQLException {
    String made = server.emptyDatabase(name);
    try (Connection connection = connect(made);
        Statement session = connection.createStatement()) {
      for (String sql : unseen) {
        session.execute(sql);
      }
    }
    return made;
  }

  @Override
  public void close() {
    server.close();
  }
}
