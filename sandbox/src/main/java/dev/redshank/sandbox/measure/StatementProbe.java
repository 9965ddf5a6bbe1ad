package dev.redshank.sandbox.measure;

import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.SQLException;
import java.util.List;

/**
 * Measures statements on one server, each in a database of its own. A probe belongs to one thread;
 * several probes may work on the same server.
 */
public final class StatementProbe implements AutoCloseable {
  private final PostgresServer server;
  private final Monitor monitor;
  private final Databases databases;

  private StatementProbe(PostgresServer server, Monitor monitor) {
    this.server = server;
    this.monitor = monitor;
    this.databases = new Databases(monitor);
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
    try (MeasuredSession session =
        MeasuredSession.open(server, monitor, databases.create(), "redshank")) {
      session.run("SET TimeZone = '" + trial.options().timeZone() + "'");
      for (String sql : trial.setUp()) {
        session.prepare(sql);
      }
      return trial.options().otherSession().isEmpty()
          ? observe(trial, session)
          : observeBeside(trial, session);
    } catch (SQLException failure) {
      String words = trial.id() + " on PostgreSQL " + server.version() + ": ";
      throw new SandboxException(words + failure.getMessage(), failure);
    }
  }

  /** Observes the statement while another session's transaction is open. */
  private Measured observeBeside(Trial trial, MeasuredSession session) throws SQLException {
    try (Subject other = new Subject(server.connect(session.database()))) {
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
      databases.close();
    } catch (SQLException failure) {
      throw new SandboxException("Cannot leave the server", failure);
    }
  }
}
