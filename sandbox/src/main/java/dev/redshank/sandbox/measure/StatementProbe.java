package dev.redshank.sandbox.measure;

import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures statements on one server, each in a database of its own. A probe belongs to one thread;
 * several probes may work on the same server.
 */
public final class StatementProbe implements AutoCloseable {
  private static final AtomicLong DATABASES = new AtomicLong();

  /** The youngest used databases stay a while: dropping one waits while its session still ends. */
  private static final int KEPT = 3;

  private final PostgresServer server;
  private final Monitor monitor;
  private final Deque<String> used = new ArrayDeque<>();

  private StatementProbe(PostgresServer server, Monitor monitor) {
    this.server = server;
    this.monitor = monitor;
  }

  /** A probe on a running server. */
  public static StatementProbe on(PostgresServer server) {
    try {
      return new StatementProbe(server, new Monitor(server));
    } catch (SQLException failure) {
      throw new SandboxException("Cannot observe the server", failure);
    }
  }

  /**
   * Runs a trial's statement and says what it did.
   *
   * @throws SandboxException when the trial's set-up fails
   */
  public Measured run(Trial trial) {
    String database = "trial_" + DATABASES.incrementAndGet();
    try {
      long oid = monitor.createDatabase(database);
      used.addLast(database);
      dropUsed(KEPT);
      return run(trial, database, oid);
    } catch (SQLException failure) {
      String words = trial.id() + " on PostgreSQL " + server.version() + ": ";
      throw new SandboxException(words + failure.getMessage(), failure);
    }
  }

  private void dropUsed(int kept) throws SQLException {
    while (used.size() > kept) {
      monitor.dropDatabase(used.removeFirst());
    }
  }

  private Measured run(Trial trial, String database, long oid) throws SQLException {
    try (MeasuredSession session = MeasuredSession.open(server, monitor, database, oid)) {
      session.run("SET TimeZone = '" + trial.options().timeZone() + "'");
      for (String sql : trial.setUp()) {
        session.prepare(sql);
      }
      return trial.options().otherSession().isEmpty()
          ? observe(trial, session)
          : observeBeside(trial, session, database);
    }
  }

  /** Observes the statement while another session's transaction is open. */
  private Measured observeBeside(Trial trial, MeasuredSession session, String database)
      throws SQLException {
    try (Subject other = new Subject(server.connect(database))) {
      other.run("BEGIN");
      for (String sql : trial.options().otherSession()) {
        other.prepare(sql);
      }
      return observe(trial, session);
    }
  }

  private static Measured observe(Trial trial, MeasuredSession session) throws SQLException {
    List<String> before = trial.options().sameTransaction();
    return switch (trial.options().transaction()) {
      case WHERE_ALLOWED -> session.whereAllowed(before, trial.statement());
      case INSIDE -> session.inside(before, trial.statement());
      case OUTSIDE -> session.outside(before, trial.statement());
    };
  }

  @Override
  public void close() {
    try (monitor) {
      dropUsed(0);
    } catch (SQLException failure) {
      throw new SandboxException("Cannot leave the server", failure);
    }
  }
}
