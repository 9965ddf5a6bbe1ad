package dev.redshank.sandbox.measure;

import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.server.ThrowawayServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Measures the statements of one session, one after the other, in whatever transactions they open and
 * end. It belongs to one thread.
 */
public final class SessionProbe implements AutoCloseable {
  private final ThrowawayServer server;
  private final String database;
  private final Monitor monitor;
  private final Subject subject;
  private final Measuring measuring;
  private Optional<Duration> limit = Optional.empty();

  /** What the others see: as it was when the open transaction began. */
  private Optional<Picture> committed = Optional.empty();

  private SessionProbe(
      ThrowawayServer server, String database, Monitor monitor, Subject subject, Meter meter) {
    this.server = server;
    this.database = database;
    this.monitor = monitor;
    this.subject = subject;
    this.measuring = new Measuring(monitor, subject, meter);
  }

  /** A session of its own in a database; {@code watch} must outlive it. */
  public static SessionProbe open(Watch watch, String database) {
    try {
      ThrowawayServer server = watch.server();
      Monitor monitor = watch.monitor();
      Subject subject = new Subject(server.connect(database));
      Meter meter = monitor.meter(monitor.databaseNumber(database));
      subject.run("SET client_min_messages = debug1");
      return new SessionProbe(server, database, monitor, subject, meter);
    } catch (SQLException failure) {
      throw new SandboxException(
          "Cannot open a session in the database %s: %s".formatted(database, failure.getMessage()),
          failure);
    }
  }

  /** A statement, and the data lines of one that copies them. */
  public record Sql(String text, Optional<String> data) {
    public static Sql of(String text) {
      return new Sql(text, Optional.empty());
    }
  }

  /** Looks at the locks of a statement while they are still held. */
  public interface Look {
    void at(Measured soFar);
  }

  /** How a statement ended that is not measured. */
  public record Ending(Optional<String> sqlState, String message, Duration took) {
    public boolean failed() {
      return sqlState.isPresent();
    }
  }

  /** Statements that take longer are ended; they fail with 57014, or 57P01 where they resist. */
  public void limit(Duration longest) {
    limit = Optional.of(longest);
  }

  /** Runs a statement without looking at it. */
  public Ending run(Sql sql) {
    try {
      Subject.Outcome outcome = plain(sql);
      return new Ending(outcome.sqlState(), outcome.message(), outcome.took());
    } catch (SQLException failure) {
      throw unreachable(failure);
    }
  }

  public Ending run(String sql) {
    return run(Sql.of(sql));
  }

  private Subject.Outcome plain(Sql sql) throws SQLException {
    Subject.Outcome outcome =
        new Passage(monitor, subject, List.of(), limit).through(attempt(sql), locks -> {});
    settle();
    return outcome;
  }

  private SandboxException unreachable(SQLException failure) {
    return new SandboxException("The server does not answer: " + failure.getMessage(), failure);
  }

  /** Whether a transaction block is open, a failed one too. */
  public boolean inTransaction() {
    try {
      return subject.inTransaction();
    } catch (SQLException failure) {
      throw unreachable(failure);
    }
  }

  /** Whether the session is still there: SQL under test may end it. */
  public boolean isAlive() {
    return subject.isAlive();
  }

  /** The value of a server setting for this session. */
  public String setting(String name) {
    try (var row = subject.query("SELECT current_setting('" + name + "')")) {
      row.next();
      return row.getString(1);
    } catch (SQLException failure) {
      throw unreachable(failure);
    }
  }

  /** Runs a statement in the open transaction and says what it did; the transaction stays open. */
  public Measured inside(Sql sql) {
    try {
      Observations observed = new Observations(committed());
      return observed.measured(inside(sql, observed));
    } catch (SQLException failure) {
      throw unreachable(failure);
    }
  }

  /**
   * Runs a statement for which no transaction is open, and which commits by itself: inside a transaction of its own where it can
   * be looked at, outside where PostgreSQL refuses that. LOCK is refused outside only (25P01).
   *
   * @param likely relations that it is likely to lock, at each of which it is stopped where it runs outside
   */
  public Measured alone(Sql sql, Collection<RelationName> likely, Look look) {
    try {
      Observations observed = new Observations(committed());
      if (LoneStatement.locks(sql.text())) {
        return observed.measured(plain(sql));
      }
      run("BEGIN");
      Subject.Outcome outcome = inside(sql, observed);
      if (Measuring.isRefusedInside(outcome)) {
        run("ROLLBACK");
        return observed.measured(outside(sql, likely, observed));
      }
      if (!outcome.failed()) {
        look.at(observed.measured(outcome));
      }
      return observed.measured(end(outcome));
    } catch (SQLException failure) {
      throw unreachable(failure);
    }
  }

  private Subject.Outcome end(Subject.Outcome outcome) throws SQLException {
    Subject.Outcome ending = subject.attempt(outcome.failed() ? "ROLLBACK" : "COMMIT");
    settle();
    return ending.failed() && !outcome.failed() ? outcome.failedBy(ending) : outcome;
  }

  private Subject.Outcome inside(Sql sql, Observations observed) throws SQLException {
    committed();
    Passage passage = new Passage(monitor, subject, List.of(), limit);
    return measuring.inside(sql.text(), attempt(sql), passage, observed);
  }

  private Subject.Outcome outside(Sql sql, Collection<RelationName> likely, Observations observed)
      throws SQLException {
    List<Gate> gates = Gate.close(server, database, likely);
    try {
      committed = Optional.empty();
      return measuring.outside(attempt(sql), new Passage(monitor, subject, gates, limit), observed);
    } finally {
      for (Gate gate : gates) {
        gate.close();
      }
    }
  }

  private Supplier<Subject.Outcome> attempt(Sql sql) {
    return () -> sql.data().isPresent()
        ? subject.attempt(sql.text(), sql.data().get())
        : subject.attempt(sql.text());
  }

  /** Names of the user's tables, views and whatever else is no index, as this session sees them. */
  public SortedSet<RelationName> relations() {
    SortedSet<RelationName> names = new TreeSet<>();
    try {
      Picture.take(subject).all().map(Relation::name).forEach(names::add);
      return names;
    } catch (SQLException failure) {
      throw unreachable(failure);
    }
  }

  /** Those of the relations that hold no rows for others to miss: empty, or not there for them yet. */
  public SortedSet<RelationName> withoutRows(Collection<RelationName> relations) {
    SortedSet<RelationName> empty = new TreeSet<>(relations);
    if (relations.isEmpty()) {
      return empty;
    }
    try {
      Set<RelationName> visible = committed().all().map(Relation::name).collect(Collectors.toSet());
      for (RelationName name : relations) {
        if (visible.contains(name) && subject.holdsRows(name)) {
          empty.remove(name);
        }
      }
      return empty;
    } catch (SQLException failure) {
      throw unreachable(failure);
    }
  }

  /** What the database holds that is not finished. */
  public Leftovers leftovers() {
    try {
      return Leftovers.of(subject);
    } catch (SQLException failure) {
      throw unreachable(failure);
    }
  }

  /** Others see what this session did once its transaction is over. */
  private void settle() throws SQLException {
    if (!subject.inTransaction()) {
      committed = Optional.empty();
    }
  }

  private Picture committed() throws SQLException {
    if (committed.isEmpty()) {
      committed = Optional.of(Picture.take(subject));
    }
    return committed.get();
  }

  @Override
  public void close() {
    try {
      subject.close();
    } catch (SQLException failure) {
      throw unreachable(failure);
    }
  }
}
