package dev.redshank.sandbox.measure;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.measure.Options.Transaction;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures statements on one server, each in a database of its own. A probe belongs to one thread;
 * several probes may work on the same server.
 */
public final class StatementProbe implements AutoCloseable {
  private static final AtomicLong DATABASES = new AtomicLong();

  /** Refused because a transaction block is open, or cannot commit inside one. */
  private static final Set<String> NOT_INSIDE = Set.of("25001", "2D000");

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
      return trial.options().otherSession().isEmpty()
          ? observe(trial, subject, new Place(database, oid))
          : observeBeside(trial, subject, new Place(database, oid));
    }
  }

  /** Observes the statement while another session's transaction is open. */
  private Measured observeBeside(Trial trial, Subject subject, Place place) throws SQLException {
    try (Subject other = new Subject(server.connect(place.database()))) {
      other.run("BEGIN");
      for (String sql : trial.options().otherSession()) {
        other.prepare(sql);
      }
      return observe(trial, subject, place);
    }
  }

  private Measured observe(Trial trial, Subject subject, Place place) throws SQLException {
    Observations observed = new Observations(Picture.take(subject));
    subject.run("SET client_min_messages = debug1");
    Transaction where = trial.options().transaction();
    if (where == Transaction.OUTSIDE) {
      return outside(trial, subject, place, observed);
    }
    Subject.Outcome outcome = inside(trial, subject, place.oid(), observed);
    boolean refused = outcome.sqlState().filter(NOT_INSIDE::contains).isPresent();
    if (refused) {
      observed.mustRunOutside();
    }
    return refused && where == Transaction.WHERE_ALLOWED
        ? outside(trial, subject, place, observed)
        : observed.measured(outcome);
  }

  private record Place(String database, long oid) {}

  private Subject.Outcome inside(Trial trial, Subject subject, long database, Observations observed)
      throws SQLException {
    subject.run("BEGIN");
    for (String sql : trial.options().sameTransaction()) {
      subject.prepare(sql);
    }
    Picture before = Picture.take(subject);
    Map<Long, Set<LockMode>> held = monitor.locks(subject.pid());
    monitor.resetMeter(database);
    Subject.Outcome outcome = subject.attempt(trial.statement());
    if (outcome.failed()) {
      subject.run("ROLLBACK");
      return outcome;
    }
    observed.locks(monitor.locks(subject.pid()), held);
    long bytes = monitor.walBytes(database);
    Picture after = Picture.take(subject);
    observed.written(bytes, after.rowsWritten(before));
    observed.scans(trial.statement(), after.scans(before));
    observed.files(before, after, subject);
    Subject.Outcome commit = subject.attempt("COMMIT");
    return commit.failed()
        ? new Subject.Outcome(commit.sqlState(), commit.message(), outcome.words())
        : outcome;
  }

  private Measured outside(Trial trial, Subject subject, Place place, Observations observed)
      throws SQLException {
    for (String sql : trial.options().sameTransaction()) {
      subject.prepare(sql);
    }
    Picture before = Picture.take(subject);
    Map<Long, Set<LockMode>> none = Map.of();
    monitor.resetMeter(place.oid());
    List<Gate> gates = Gate.close(server, place.database());
    try {
      Passage passage = new Passage(monitor, subject, gates);
      Subject.Outcome outcome =
          passage.through(trial.statement(), locks -> observed.locks(locks, none));
      if (passage.waitedForSnapshots()) {
        observed.waitsForSnapshots();
      }
      observed.written(monitor.walBytes(place.oid()), monitor.rowsWritten(place.oid()));
      Picture after = Picture.take(subject);
      observed.files(before, after, subject);
      observed.scansForNewFiles();
      return observed.measured(outcome);
    } finally {
      for (Gate gate : gates) {
        gate.close();
      }
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
