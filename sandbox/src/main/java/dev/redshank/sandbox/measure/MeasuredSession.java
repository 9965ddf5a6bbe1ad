package dev.redshank.sandbox.measure;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.measure.Databases.Database;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A session whose statements are measured one after the other, in the transactions that it begins
 * itself or each in one of its own. It belongs to one thread at a time.
 */
public final class MeasuredSession implements AutoCloseable {
  private final PostgresServer server;
  private final Monitor monitor;
  private final Subject subject;
  private final Database place;
  private final Measuring measuring;

  /** What exists for others: as it was before the open transaction. */
  private Optional<Picture> committed = Optional.empty();

  private final AtomicInteger looks = new AtomicInteger();
  private volatile boolean watched;
  private boolean gated = true;
  private boolean listening;

  private MeasuredSession(PostgresServer server, Monitor monitor, Subject subject, Database place) {
    this.server = server;
    this.monitor = monitor;
    this.subject = subject;
    this.place = place;
    this.measuring = new Measuring(monitor, subject, monitor.meter(place.oid()));
  }

  /** Opens a session in a database under a name, which {@code pg_stat_activity} shows. */
  public static MeasuredSession open(
      PostgresServer server, Monitor monitor, Database database, String name) throws SQLException {
    return new MeasuredSession(server, monitor, subject(server, database, name), database);
  }

  /** Runs statements that set a database up, which must succeed, in a session of their own; the failure names its statement. */
  public static void setUp(PostgresServer server, Database database, List<String> statements)
      throws SQLException {
    try (Subject subject = subject(server, database, "set-up")) {
      for (String sql : statements) {
        subject.prepare(sql);
      }
    }
  }

  private static Subject subject(PostgresServer server, Database database, String name)
      throws SQLException {
    Subject subject = new Subject(server.connect(database.name(), name));
    subject.run("SET TimeZone = '" + Options.ZONE + "'");
    subject.run("SET statement_timeout = '30s'");
    return subject;
  }

  /** Looks at what exists for others now: no transaction is open. */
  private Picture look() throws SQLException {
    Picture picture = Picture.take(subject);
    committed = Optional.of(picture);
    return picture;
  }

  /** What existed for others before the open transaction, or does so now. */
  private Picture committed() throws SQLException {
    return committed.isPresent() ? committed.get() : look();
  }

  String database() {
    return place.name();
  }

  public int pid() {
    return subject.pid();
  }

  /**
   * Says that other sessions use the tables: a statement that must run outside a transaction is then
   * watched while it runs, and nothing is locked to make it stop.
   */
  public void besideOthers() {
    gated = false;
  }

  /** Whether a statement runs now that is watched because nothing makes it stop. */
  public boolean isWatched() {
    return watched;
  }

  /** How often such statements were looked at so far. */
  public int looks() {
    return looks.get();
  }

  /** Runs a statement of the set-up, which must succeed; the failure names it. */
  public void prepare(String sql) throws SQLException {
    subject.prepare(sql);
  }

  void run(String sql) throws SQLException {
    subject.run(sql);
  }

  public boolean inTransaction() throws SQLException {
    return subject.inTransaction();
  }

  /** Gives up the open transaction, if there is one. */
  public void rollback() throws SQLException {
    if (subject.inTransaction()) {
      subject.run("ROLLBACK");
    }
  }

  /** Runs a statement where the session stands, in the open transaction or in one of its own. */
  public Measured measure(String statement) throws SQLException {
    if (subject.inTransaction()) {
      return here(statement);
    }
    return LoneStatement.staysAlone(statement)
        ? alone(statement)
        : whereAllowed(List.of(), statement);
  }

  /** The strongest lock that the open transaction holds on each relation others can see. */
  public SortedMap<RelationName, LockMode> held() throws SQLException {
    SortedMap<RelationName, LockMode> held = new TreeMap<>();
    if (subject.inTransaction()) {
      Picture before = committed();
      monitor
          .locks(subject.pid())
          .forEach((oid, modes) -> before
              .relation(oid)
              .ifPresent(relation -> held.put(relation.name(), Collections.max(modes))));
    }
    return held;
  }

  /** Inside a transaction, and once more outside when PostgreSQL says that it cannot. */
  Measured whereAllowed(List<String> before, String statement) throws SQLException {
    listen();
    Observations observed = new Observations(look());
    Subject.Outcome outcome = inside(before, statement, observed);
    if (!Measuring.isRefusedInside(outcome)) {
      return observed.measured(outcome);
    }
    return outside(before, statement, observed);
  }

  Measured inside(List<String> before, String statement) throws SQLException {
    listen();
    Observations observed = new Observations(look());
    return observed.measured(inside(before, statement, observed));
  }

  Measured outside(List<String> before, String statement) throws SQLException {
    listen();
    return outside(before, statement, new Observations(look()));
  }

  /** The server's words down to DEBUG1 are facts; the set-up's are of no interest. */
  private void listen() throws SQLException {
    if (!listening) {
      subject.run("SET client_min_messages = debug1");
      listening = true;
    }
  }

  private Measured alone(String statement) throws SQLException {
    listen();
    return new Observations(look()).measured(subject.attempt(statement));
  }

  private Measured here(String statement) throws SQLException {
    Observations observed = new Observations(committed());
    boolean control = LoneStatement.staysAlone(statement) && !LoneStatement.locks(statement);
    Subject.Outcome outcome = control ? subject.attempt(statement) : within(statement, observed);
    if (Measuring.isRefusedInside(outcome)) {
      observed.mustRunOutside();
    }
    return observed.measured(outcome);
  }

  private Subject.Outcome inside(List<String> before, String statement, Observations observed)
      throws SQLException {
    subject.run("BEGIN");
    for (String sql : before) {
      subject.prepare(sql);
    }
    Subject.Outcome outcome = within(statement, observed);
    if (outcome.failed()) {
      subject.run("ROLLBACK");
      return outcome;
    }
    Subject.Outcome commit = subject.attempt("COMMIT");
    return commit.failed() ? outcome.failedBy(commit) : outcome;
  }

  /** Runs a statement in the open transaction, which stays open unless the statement fails. */
  private Subject.Outcome within(String statement, Observations observed) throws SQLException {
    if (subject.failedTransaction()) {
      return subject.attempt(statement);
    }
    Passage passage = new Passage(monitor, subject, List.of(), Optional.empty());
    return measuring.inside(statement, () -> subject.attempt(statement), passage, observed);
  }

  private Measured outside(List<String> before, String statement, Observations observed)
      throws SQLException {
    for (String sql : before) {
      subject.prepare(sql);
    }
    List<Gate> gates = gated ? Gate.close(server, place.name(), List.of()) : List.of();
    watched = gates.isEmpty();
    try {
      Passage passage = new Passage(monitor, subject, gates, Optional.empty());
      if (watched) {
        passage.watched(looks::incrementAndGet);
      }
      return observed.measured(
          measuring.outside(() -> subject.attempt(statement), passage, observed));
    } finally {
      watched = false;
      for (Gate gate : gates) {
        gate.close();
      }
    }
  }

  /** Leaves, whatever a statement in another thread still waits for. */
  public void abort() throws SQLException {
    subject.abort();
  }

  @Override
  public void close() throws SQLException {
    subject.close();
  }
}
