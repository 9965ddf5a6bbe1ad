package dev.redshank.sandbox.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks the server whether something can be; each question is a transaction of its own. */
final class Probe {
  private final Connection connection;

  Probe(Connection connection) {
    this.connection = connection;
  }

  /** Whether the query's first answer is true; what the server refuses is not. */
  boolean holds(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException refused) {
      if (connection.isClosed()) {
        throw refused;
      }
      return false;
    }
  }

  long number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
