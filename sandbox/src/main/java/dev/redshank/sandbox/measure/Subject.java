package dev.redshank.sandbox.measure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** A session of the database under test. */
final class Subject implements AutoCloseable {
  /** How a statement ended. */
  record Outcome(Optional<String> sqlState, String message, List<String> words) {
    boolean failed() {
      return sqlState.isPresent();
    }
  }

  private final Connection connection;
  private final Statement statement;
  private final int pid;

  Subject(Connection connection) throws SQLException {
    this.connection = connection;
    this.statement = connection.createStatement();
    statement.setEscapeProcessing(false);
    try (ResultSet row = query("SELECT pg_backend_pid()")) {
      row.next();
      this.pid = row.getInt(1);
    }
  }

  int pid() {
    return pid;
  }

  /** Whether a transaction block is open, or has failed and was not ended. */
  boolean inTransaction() throws SQLException {
    return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
  }

  /** Whether the open transaction block takes no more statements. */
  boolean failedTransaction() throws SQLException {
    return connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
  }

  void run(String sql) throws SQLException {
    statement.execute(sql);
  }

  /** Runs a statement of a trial's set-up; a failure there names the statement. */
  void prepare(String sql) throws SQLException {
    try {
      run(sql);
    } catch (SQLException failure) {
      if (!isMadeByAnother(sql, failure)) {
        throw new SQLException("Set-up " + sql + ": " + failure.getMessage(), failure);
      }
    }
  }

  /**
   * Roles belong to the whole server: another trial's set-up may have made this one, before (42710) or at the very same time,
   * when only the catalog's unique index notices (23505).
   */
  private static boolean isMadeByAnother(String sql, SQLException failure) {
    boolean exists = "42710".equals(failure.getSQLState()) || "23505".equals(failure.getSQLState());
    return exists && sql.stripLeading().startsWith("CREATE ROLE");
  }

  ResultSet query(String sql) throws SQLException {
    return statement.executeQuery(sql);
  }

  /** Runs the statement under test. */
  Outcome attempt(String sql) {
    Optional<SQLException> failure = Optional.empty();
    try {
      statement.execute(sql);
    } catch (SQLException refused) {
      failure = Optional.of(refused);
    }
    return new Outcome(
        failure.map(refused -> String.valueOf(refused.getSQLState())),
        failure.map(refused -> String.valueOf(refused.getMessage())).orElse(""),
        words());
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    try {
      for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
        words.add(String.valueOf(each.getMessage()));
      }
    } catch (SQLException closed) {
      words.add(String.valueOf(closed.getMessage()));
    }
    return words;
  }

  void abort() throws SQLException {
    connection.abort(Runnable::run);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
