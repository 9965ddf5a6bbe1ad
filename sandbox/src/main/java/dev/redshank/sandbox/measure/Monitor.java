package dev.redshank.sandbox.measure;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.server.ThrowawayServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The session that watches: it stays in a database of its own where there is one, sees every session's
 * locks and each statement's write-ahead log, and is in nobody's way. Whoever ends it, as SQL under test may, only makes it come back.
 */
public final class Monitor implements AutoCloseable {
  private static final String METER = "CREATE EXTENSION IF NOT EXISTS pg_stat_statements";
  private static final long LEAVING = TimeUnit.SECONDS.toNanos(1);
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(1);

  private final ThrowawayServer server;
  private Connection connection;
  private Statement statement;
  private final boolean metered;

  /** Copying files is quicker than logging pages; PostgreSQL 14 knows nothing else. */
  private final String copying;

  /** Opens the session that watches. */
  public Monitor(ThrowawayServer server) throws SQLException {
    this.server = server;
    this.connection = server.connect();
    this.statement = connection.createStatement();
    this.copying = server.version().atLeast(15) ? " STRATEGY file_copy" : "";
    this.metered = server.observersApart() && canMeter();
  }

  private boolean canMeter() throws SQLException {
    // Two that create it at the same moment would trip over each other.
    statement.execute("SELECT pg_advisory_lock(1)");
    try {
      statement.execute(METER);
      statement.execute("SELECT pg_stat_statements_reset(0, 1, 0)");
      return true;
    } catch (SQLException absent) {
      return false;
    } finally {
      statement.execute("SELECT pg_advisory_unlock(1)");
    }
  }

  /** Reads the rows of an answer. */
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> T ask(String sql, Reader<T> reader) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return reader.read(row);
    } catch (SQLException failure) {
      if (!isLost(failure)) {
        throw failure;
      }
    }
    reconnect();
    try (ResultSet row = statement.executeQuery(sql)) {
      return reader.read(row);
    }
  }

  private static boolean isLost(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith("08") || state.startsWith("57P");
  }

  private void reconnect() throws SQLException {
    connection.close();
    connection = server.connect();
    statement = connection.createStatement();
  }

  /**
   * Makes a database as another one is and returns its number. Whoever has just left that one is waited
   * for: PostgreSQL itself would wait a tenth of a second more.
   */
  public long createDatabase(String name, String template) throws SQLException {
    String inside = "SELECT count(*) FROM pg_stat_activity WHERE datname = '" + template + "'";
    long end = System.nanoTime() + LEAVING;
    while (number(inside) > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK);
    }
    statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template + copying);
    return databaseNumber(name);
  }

  /** The number of a database, in which the meter counts. */
  long databaseNumber(String name) throws SQLException {
    return number("SELECT oid FROM pg_database WHERE datname = '" + name.replace("'", "''") + "'");
  }

  /** Drops a database, whoever is in it and whoever reads its changes from a slot. */
  public void dropDatabase(String name) throws SQLException {
    statement.execute("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
        + " WHERE NOT active AND database = '" + name + "'");
    statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
  }

  /** The modes in which a session locks (or wants to lock) relations, by their numbers. */
  Map<Long, Set<LockMode>> locks(int pid) throws SQLException {
    String sql = "SELECT relation, mode FROM pg_locks WHERE locktype = 'relation' AND pid = " + pid;
    return ask(sql, row -> {
      Map<Long, Set<LockMode>> locks = new HashMap<>();
      while (row.next()) {
        locks
            .computeIfAbsent(row.getLong(1), oid -> EnumSet.noneOf(LockMode.class))
            .add(mode(row.getString(2)));
      }
      return locks;
    });
  }

  /** The sessions that a session waits for. */
  Set<Integer> blockers(int pid) throws SQLException {
    return ask("SELECT unnest(pg_blocking_pids(" + pid + "))", row -> {
      Set<Integer> pids = new HashSet<>();
      while (row.next()) {
        pids.add(row.getInt(1));
      }
      return pids;
    });
  }

  /** Whether a session waits for another one's transaction to be over, whatever that one locks. */
  boolean waitsForSnapshots(int pid) throws SQLException {
    String sql = "SELECT 1 FROM pg_locks WHERE locktype = 'virtualxid' AND NOT granted AND pid = ";
    return ask(sql + pid, ResultSet::next);
  }

  void cancel(int pid) throws SQLException {
    ask("SELECT pg_cancel_backend(" + pid + ")", ResultSet::next);
  }

  void terminate(int pid) throws SQLException {
    ask("SELECT pg_terminate_backend(" + pid + ")", ResultSet::next);
  }

  /** What counts in a database: each statement's own writes where the server tells, else all of them. */
  Meter meter(long database) {
    return metered ? new ByStatement(database) : new ByPosition();
  }

  private long number(String sql) throws SQLException {
    return ask(sql, row -> {
      row.next();
      return row.getLong(1);
    });
  }

  /** The server's own account of each statement, without what a commit adds. */
  private final class ByStatement implements Meter {
    private final long database;

    ByStatement(long database) {
      this.database = database;
    }

    @Override
    public void start() throws SQLException {
      ask("SELECT pg_stat_statements_reset(0, " + database + ", 0)", ResultSet::next);
    }

    @Override
    public long walBytes() throws SQLException {
      return sum("coalesce(sum(wal_bytes), 0)", "toplevel");
    }

    @Override
    public long rowsWritten(long told) throws SQLException {
      return sum("coalesce(sum(rows), 0)", "ltrim(query) ~* '^(insert|update|delete|merge|copy)'");
    }

    private long sum(String value, String filter) throws SQLException {
      String sql = "SELECT %s::bigint FROM pg_stat_statements WHERE dbid = %d AND %s";
      return number(sql.formatted(value, database, filter));
    }
  }

  /** How far the whole server's log went on: nobody else is to write meanwhile. */
  private final class ByPosition implements Meter {
    private static final String POSITION = "SELECT (pg_current_wal_insert_lsn() - '0/0')::bigint";

    private long start;

    @Override
    public void start() throws SQLException {
      start = number(POSITION);
    }

    @Override
    public long walBytes() throws SQLException {
      return number(POSITION) - start;
    }

    @Override
    public long rowsWritten(long told) {
      return told;
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
