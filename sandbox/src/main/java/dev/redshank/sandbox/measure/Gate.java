package dev.redshank.sandbox.measure;

import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.server.ThrowawayServer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * A session whose open transaction makes a statement stop, so that its locks can be read at
 * leisure. It is needed for statements that run outside a transaction and let their locks go.
 */
final class Gate implements AutoCloseable {
  private final Subject session;

  /** What lets the gate go further open each time that it stopped the statement. */
  private final Deque<String> steps;

  private final boolean snapshot;

  private Gate(Subject session, List<String> steps, boolean snapshot) {
    this.session = session;
    this.steps = new ArrayDeque<>(steps);
    this.snapshot = snapshot;
  }

  /** With more tables than this, the last ones share a gate: connections are not for free. */
  private static final int MOST = 12;

  private static final String RELATIONS = """
      SELECT c.oid::regclass, n.nspname, c.relname
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN (%s) AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      ORDER BY c.oid
      """;

  /**
   * Closes the gates. For each table a session holds a strong lock, which stops the statement at its
   * first lock there, and then a weak one, which stops who wants the table alone or waits for all
   * who use it. An old snapshot without any lock stops who waits for every older transaction.
   *
   * @param likely what the statement is likely to stop at, and gets gates of its own as long as there are some
   */
  static List<Gate> close(ThrowawayServer server, String database, Collection<RelationName> likely)
      throws SQLException {
    Subject old = new Subject(server.connect(database));
    List<String> tables = relations(old, "'r', 'p'", likely);
    List<Gate> gates = new ArrayList<>();
    for (int at = 0; at < tables.size() && at < MOST; at++) {
      int end = at == MOST - 1 ? tables.size() : at + 1;
      gates.add(locking(server, database, tables.subList(at, end)));
    }
    for (String view : relations(old, "'m'", List.of())) {
      gates.add(reading(server, database, view));
    }
    old.run("BEGIN ISOLATION LEVEL REPEATABLE READ");
    old.run("SELECT 1");
    gates.add(new Gate(old, List.of("ROLLBACK"), true));
    return gates;
  }

  private static List<String> relations(
      Subject session, String kinds, Collection<RelationName> likely) throws SQLException {
    List<String> first = new ArrayList<>();
    List<String> others = new ArrayList<>();
    try (ResultSet row = session.query(RELATIONS.formatted(kinds))) {
      while (row.next()) {
        RelationName name = new RelationName(row.getString(2), row.getString(3));
        (likely.contains(name) ? first : others).add(row.getString(1));
      }
    }
    first.addAll(others);
    return first;
  }

  /** LOCK refuses materialized views: who plans a query on one has at least the weak lock, filled or not. */
  private static Gate reading(ThrowawayServer server, String database, String view)
      throws SQLException {
    Subject session = new Subject(server.connect(database));
    session.run("BEGIN");
    session.run("EXPLAIN SELECT FROM " + view);
    return new Gate(session, List.of("ROLLBACK"), false);
  }

  private static Gate locking(ThrowawayServer server, String database, List<String> tables)
      throws SQLException {
    Subject session = new Subject(server.connect(database));
    // ONLY: a partition has a gate of its own.
    String lock = "LOCK TABLE ONLY " + String.join(", ONLY ", tables);
    session.run("BEGIN");
    session.run(lock + " IN ACCESS SHARE MODE");
    session.run("SAVEPOINT weak");
    session.run(lock + " IN EXCLUSIVE MODE");
    return new Gate(session, List.of("ROLLBACK TO SAVEPOINT weak", "ROLLBACK"), false);
  }

  int pid() {
    return session.pid();
  }

  /** Whether it stops only those who wait for old snapshots. */
  boolean holdsSnapshotOnly() {
    return snapshot;
  }

  /**
   * Lets the statement go on; it may stop here again for another reason. A statement that ended the
   * gate's session has opened it by itself.
   */
  void open() throws SQLException {
    if (!steps.isEmpty()) {
      String step = steps.removeFirst();
      if (session.attempt(step).failed()) {
        steps.clear();
        session.close();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
