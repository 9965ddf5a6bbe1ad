package dev.redshank.sandbox.measure;

import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.measure.Options.Transaction;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
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
    try (Subject subject = new Subject(server.connect(database))) {
      subject.run("SET TimeZone = '" + trial.options().timeZone() + "'");
      subject.run("SET statement_timeout = '30s'");
      for (String sql : trial.setUp()) {
        subject.prepare(sql);
      }
      SessionProbe session =
          new SessionProbe(server, database, monitor, subject, monitor.meter(oid));
      return trial.options().otherSession().isEmpty()
          ? observe(trial, subject, session)
          : observeBeside(trial, subject, session, database);
    }
  }

  /** Observes the statement while another session's transaction is open. */
  private Measured observeBeside(
      Trial trial, Subject subject, SessionProbe session, String database) throws SQLException {
    try (Subject other = new Subject(server.connect(database))) {
      other.run("BEGIN");
      for (String sql : trial.options().otherSession()) {
        other.prepare(sql);
      }
      return observe(trial, subject, session);
    }
  }

  private static Measured observe(Trial trial, Subject subject, SessionProbe session)
      throws SQLException {
    Observations observed = new Observations(Picture.take(subject));
    SessionProbe.Sql sql = SessionProbe.Sql.of(trial.statement());
    subject.run("SET client_min_messages = debug1");
    Transaction where = trial.options().transaction();
    if (where != Transaction.OUTSIDE) {
      subject.run("BEGIN");
      prepare(trial, subject);
      Subject.Outcome outcome = session.end(session.inside(sql, observed));
      if (where == Transaction.INSIDE || !observed.isRefusedInside()) {
        return observed.measured(outcome);
      }
    }
    prepare(trial, subject);
    return observed.measured(session.outside(sql, observed));
  }

  private static void prepare(Trial trial, Subject subject) throws SQLException {
    for (String sql : trial.options().sameTransaction()) {
      subject.prepare(sql);
    }
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
