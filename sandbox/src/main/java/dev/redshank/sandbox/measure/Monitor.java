package dev.redshank.sandbox.measure;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The session that watches: it stays in the database {@code postgres}, where it sees every
 * session's locks and each statement's write-ahead log without being in anybody's way.
 */
public final class Monitor implements AutoCloseable {
  private static final String METER = "CREATE EXTENSION IF NOT EXISTS pg_stat_statements";

  private final Connection connection;
  private final Statement statement;

  /** Copying files is quicker than logging pages; PostgreSQL 14 knows nothing else. */
  private final String copying;

  /** Opens the session that watches. */
  public Monitor(PostgresServer server) throws SQLException {
    this.connection = server.connect();
    this.statement = connection.createStatement();
    this.copying = server.version().atLeast(15) ? " STRATEGY file_copy" : "";
    // Two that create it at the same moment would trip over each other.
    statement.execute("SELECT pg_advisory_lock(1)");
    statement.execute(METER);
    statement.execute("SELECT pg_advisory_unlock(1)");
  }

  /** Makes a database and returns its number. */
  public long createDatabase(String name) throws SQLException {
    statement.execute("CREATE DATABASE " + name + copying);
    try (ResultSet row =
        statement.executeQuery("SELECT oid FROM pg_database WHERE datname = '" + name + "'")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Drops a database, whoever is in it and whoever reads its changes from a slot. */
  public void dropDatabase(String name) throws SQLException {
    statement.execute("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
        + " WHERE NOT active AND database = '" + name + "'");
    statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
  }

  /** The modes in which a session locks (or wants to lock) relations, by their numbers. */
  Map<Long, Set<LockMode>> locks(int pid) throws SQLException {
    Map<Long, Set<LockMode>> locks = new HashMap<>();
    try (ResultSet row = statement.executeQuery(
        "SELECT relation, mode FROM pg_locks WHERE locktype = 'relation' AND pid = " + pid)) {
      while (row.next()) {
        locks
            .computeIfAbsent(row.getLong(1), oid -> EnumSet.noneOf(LockMode.class))
            .add(mode(row.getString(2)));
      }
    }
    return locks;
  }

  /** The sessions that a session waits for. */
  Set<Integer> blockers(int pid) throws SQLException {
    Set<Integer> pids = new HashSet<>();
    try (ResultSet row = statement.executeQuery("SELECT unnest(pg_blocking_pids(" + pid + "))")) {
      while (row.next()) {
        pids.add(row.getInt(1));
      }
    }
    return pids;
  }

  /** Whether a session waits for another one's transaction to be over, whatever that one locks. */
  boolean waitsForSnapshots(int pid) throws SQLException {
    String sql = "SELECT 1 FROM pg_locks WHERE locktype = 'virtualxid' AND NOT granted AND pid = ";
    try (ResultSet row = statement.executeQuery(sql + pid)) {
      return row.next();
    }
  }

  void resetMeter(long database) throws SQLException {
    statement.execute("SELECT pg_stat_statements_reset(0, " + database + ", 0)");
  }

  /** Bytes of write-ahead log since the meter was reset, without what a commit adds. */
  long walBytes(long database) throws SQLException {
    return metered("coalesce(sum(wal_bytes), 0)", "toplevel", database);
  }

  /** Rows written by statements, those inside blocks and procedures too. */
  long rowsWritten(long database) throws SQLException {
    String writes = "ltrim(query) ~* '^(insert|update|delete|merge)'";
    return metered("coalesce(sum(rows), 0)", writes, database);
  }

  private long metered(String value, String filter, long database) throws SQLException {
    String sql = "SELECT %s::bigint FROM pg_stat_statements WHERE dbid = %d AND %s";
    try (ResultSet row = statement.executeQuery(sql.formatted(value, database, filter))) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The mode of a name in {@code pg_locks}. */
  public static LockMode mode(String name) {
    return switch (name) {
      case "AccessShareLock" -> LockMode.ACCESS_SHARE;
      case "RowShareLock" -> LockMode.ROW_SHARE;
      case "RowExclusiveLock" -> LockMode.ROW_EXCLUSIVE;
      case "ShareUpdateExclusiveLock" -> LockMode.SHARE_UPDATE_EXCLUSIVE;
      case "ShareLock" -> LockMode.SHARE;
      case "ShareRowExclusiveLock" -> LockMode.SHARE_ROW_EXCLUSIVE;
      case "ExclusiveLock" -> LockMode.EXCLUSIVE;
      case "AccessExclusiveLock" -> LockMode.ACCESS_EXCLUSIVE;
      default -> throw new IllegalArgumentException("Unknown lock mode " + name);
    };
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
