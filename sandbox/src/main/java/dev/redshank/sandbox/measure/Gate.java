package dev.redshank.sandbox.measure;

import dev.redshank.sandbox.server.PostgresServer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A session whose open transaction makes a statement stop, so that its locks can be read at
 * leisure. It is needed for statements that run outside a transaction and let their locks go.
 */
final class Gate implements AutoCloseable {
  private final Subject session;
  private final boolean snapshot;

  private Gate(Subject session, boolean snapshot) {
    this.session = session;
    this.snapshot = snapshot;
  }

  /**
   * The gates in the order in which a statement meets them: a strong lock on every table stops it at
   * its first lock; a weak lock stops who wants a table alone, or waits for all who use it; an old
   * snapshot without any lock stops who waits for every older transaction.
   */
  static List<Gate> close(PostgresServer server, String database) throws SQLException {
    List<Gate> gates = new ArrayList<>();
    gates.add(locking(server, database, "EXCLUSIVE"));
    gates.add(locking(server, database, "ACCESS SHARE"));
    Subject old = new Subject(server.connect(database));
    old.run("BEGIN ISOLATION LEVEL REPEATABLE READ");
    old.run("SELECT 1");
    gates.add(new Gate(old, true));
    return gates;
  }

  private static Gate locking(PostgresServer server, String database, String mode)
      throws SQLException {
    Subject session = new Subject(server.connect(database));
    List<String> tables = new ArrayList<>();
    try (ResultSet row =
        session.query(
            "SELECT oid::regclass FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace NOT IN"
                + " ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    session.run("BEGIN");
    if (!tables.isEmpty()) {
      session.run("LOCK TABLE " + String.join(", ", tables) + " IN " + mode + " MODE");
    }
    return new Gate(session, false);
  }

  int pid() {
    return session.pid();
  }

  /** Whether it stops only those who wait for old snapshots. */
  boolean holdsSnapshotOnly() {
    return snapshot;
  }

  void open() throws SQLException {
    session.run("ROLLBACK");
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
