package dev.redshank.sandbox.replay.watch;

import dev.redshank.sandbox.server.PostgresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A session that looks at facts, from any thread. It gives up after a moment where it would stand
 * behind a lock.
 */
public final class Observer implements AutoCloseable {
  /** Prepared, as planning it takes many times as long as answering. */
  private static final String WAITS = """
      PREPARE waiting(text, text) AS SELECT count(*) FROM pg_stat_activity w
      WHERE w.datname = current_database() AND w.application_name = $1 AND EXISTS (
        SELECT FROM pg_stat_activity b
        WHERE b.application_name = $2 AND b.pid = ANY (pg_blocking_pids(w.pid)))
      """;

  private final Connection connection;
  private boolean prepared;

  public Observer(PostgresServer server, String database) throws SQLException {
    this.connection = server.connect(database, "redshank observer");
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '300ms'");
      statement.execute("SET statement_timeout = '10s'");
      statement.execute("SET synchronous_commit = on");
    }
  }

  /** How many sessions of a name wait for one of another name. */
  public synchronized int waiting(String waiter, String blocker) throws SQLException {
    if (!prepared) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET plan_cache_mode = force_generic_plan");
        statement.execute(WAITS);
        prepared = true;
      }
    }
    try (PreparedStatement statement = connection.prepareStatement("EXECUTE waiting(?, ?)")) {
      statement.setString(1, waiter);
      statement.setString(2, blocker);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** The first value of the first row as text; empty without a row, or when it is null. */
  public synchronized Optional<String> value(String query) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery(query)) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    }
  }

  /** Whether a query gives true. */
  public boolean says(String query) throws SQLException {
    return value(query).filter("t"::equals).isPresent();
  }

  /** The position after all that was committed so far, which is on its way to replicas then. */
  public synchronized String position() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Others do not wait until their commits are flushed; this one takes theirs along. It has to
      // write something: the commit of a transaction that wrote nothing is not waited for either.
      statement.execute("SELECT pg_logical_emit_message(true, 'redshank', '')");
    }
    return value("SELECT pg_current_wal_flush_lsn()").orElseThrow();
  }

  /** Whether an index is valid, by its name; empty where there is none. */
  public synchronized Optional<Boolean> valid(String index) throws SQLException {
    String sql = "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, index);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
      }
    }
  }

  /** How a statement fails that anybody might run now, as a SQLSTATE; empty when it works. */
  public synchronized Optional<String> failure(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
      return Optional.empty();
    } catch (SQLException refused) {
      return Optional.of(String.valueOf(refused.getSQLState()));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
