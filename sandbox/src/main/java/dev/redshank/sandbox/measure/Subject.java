package dev.redshank.sandbox.measure;

import dev.redshank.core.schema.RelationName;
import dev.redshank.core.sql.Names;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** A session of the database under test. */
final class Subject implements AutoCloseable {
  /** How a statement ended and how long it took. */
  record Outcome(
      Optional<String> sqlState, String message, List<String> words, Duration took, long rows) {
    boolean failed() {
      return sqlState.isPresent();
    }

    Outcome failedBy(Outcome commit) {
      return new Outcome(commit.sqlState, commit.message, words, took.plus(commit.took), rows);
    }

    Outcome shorter(Duration stopped) {
      Duration own = took.minus(stopped);
      return new Outcome(sqlState, message, words, own.isNegative() ? Duration.ZERO : own, rows);
    }
  }

  /** What is said of a session that is no more. */
  private static final String CONNECTION_LOST = "08006";

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

  /** Whether a relation, with its partitions, has a file that is not empty. */
  boolean holdsRows(RelationName name) throws SQLException {
    String literal = Names.quoted(name.schema()) + "." + Names.quoted(name.name());
    String sql =
        "SELECT coalesce(sum(pg_relation_size(c.oid)), 0) > 0 FROM pg_class c WHERE c.oid ="
            + " ANY (ARRAY(SELECT relid FROM pg_partition_tree('%1$s'::regclass)) || '%1$s'::regclass::oid)";
    try (ResultSet row =
        query("SELECT to_regclass('" + literal.replace("'", "''") + "') IS NOT NULL")) {
      if (!row.next() || !row.getBoolean(1)) {
        return false;
      }
    }
    try (ResultSet row = query(sql.formatted(literal.replace("'", "''")))) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Runs the statement under test. */
  Outcome attempt(String sql) {
    return attempt(() -> {
      statement.execute(sql);
      return Math.max(0, statement.getUpdateCount());
    });
  }

  /** Runs a {@code COPY … FROM STDIN} with the lines that follow it in its script. */
  Outcome attempt(String copy, String data) {
    return attempt(() -> {
      statement.clearWarnings();
      CopyManager copying = new CopyManager(connection.unwrap(BaseConnection.class));
      return copying.copyIn(copy, new StringReader(data));
    });
  }

  /** Does something and tells how many rows it wrote. */
  private interface Work {
    long run() throws SQLException, IOException;
  }

  private Outcome attempt(Work work) {
    long start = System.nanoTime();
    long rows = 0;
    Optional<Exception> failure = Optional.empty();
    try {
      rows = work.run();
    } catch (SQLException | IOException refused) {
      failure = Optional.of(refused);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Outcome(
        failure.map(Subject::sqlState),
        failure.map(refused -> String.valueOf(refused.getMessage())).orElse(""),
        words(),
        took,
        rows);
  }

  private static String sqlState(Exception failure) {
    String state = failure instanceof SQLException refused ? refused.getSQLState() : null;
    return state == null ? CONNECTION_LOST : state;
  }

  boolean isAlive() {
    try {
      return !connection.isClosed();
    } catch (SQLException gone) {
      return false;
    }
  }

  /** Whether a transaction block is open, a failed one too. */
  boolean inTransaction() throws SQLException {
    return isAlive()
        && connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
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
