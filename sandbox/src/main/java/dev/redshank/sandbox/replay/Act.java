package dev.redshank.sandbox.replay;

import dev.redshank.core.impact.WalVolume;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.replay.result.StatementResult;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One act of a replay: statements of a migration, each measured, and what is expected of them.
 *
 * <p>Expectations are about the statements since the last {@link #then}, or about the database as it
 * is now. A name of a relation may carry its schema. Like a migration runner the act stops at the
 * first statement that fails, and rolls its transaction back.
 */
public final class Act {
  private final Scene scene;
  private final List<StatementResult> latest = new ArrayList<>();

  Act(Scene scene) {
    this.scene = scene;
  }

  // What happens

  /** The migration goes on; expectations from here on are about these statements. */
  public Act then(String... sql) {
    latest.clear();
    for (String each : sql) {
      if (run(each).sqlState().isPresent()) {
        break;
      }
    }
    return this;
  }

  /**
   * Begins the migration's next statement, which may have to wait. It is measured too: what is
   * expected of it here stands after {@link Running#succeeds} or another end.
   */
  public Running starts(String sql) {
    latest.clear();
    return Running.started(scene, Scene.MIGRATION, sql, () -> run(sql));
  }

  private StatementResult run(String sql) {
    StatementResult result = scene.measure(sql);
    latest.add(result);
    if (result.sqlState().isPresent()) {
      scene.rollback();
    }
    return result;
  }

  /** Repeats a statement while it fails with lock_timeout's 55P03, with growing pauses between. */
  public Act retries(int attempts, String sql) {
    long pause = TimeUnit.MILLISECONDS.toNanos(50);
    latest.clear();
    for (int attempt = 1; attempt <= attempts; attempt++) {
      if (run(sql).sqlState().filter("55P03"::equals).isEmpty()) {
        break;
      }
      Scene.pause(pause);
      pause = Math.min(2 * pause, TimeUnit.MILLISECONDS.toNanos(400));
    }
    return this;
  }

  /** Another session, opened when it is first asked for. */
  public Session session(String name) {
    return scene.session(name, scene.theatre().server());
  }

  /** Another session that keeps prepared statements, as applications on the JVM do. */
  public Session application(String name) {
    PostgresServer server = scene.theatre().server();
    return scene.session(name, database -> server.connectPreparing(database, name));
  }

  /** Who uses the database in the background. */
  public Background background() {
    return new Background(scene, this);
  }

  /** A standby of the server, which has replayed all there is when it is asked for. */
  public Replica replica() {
    return scene.replica(this);
  }

  /** Lets the act last at least so long, for the sake of its figures; nothing rests on it. */
  public Act lasts(int millis) {
    while (scene.watch().millis() < millis) {
      Scene.pause(TimeUnit.MILLISECONDS.toNanos(1));
    }
    return this;
  }

  // How statements end

  /** The last statement works. */
  public Act succeeds() {
    StatementResult last = facts().last();
    return check("it works", last.sqlState().isEmpty(), last.sql() + ": " + Facts.outcome(last));
  }

  /** The last statement that ran fails with a SQLSTATE. */
  public Act failsWith(String sqlState) {
    StatementResult last = facts().last();
    boolean so = last.sqlState().filter(sqlState::equals).isPresent();
    return check("it fails with " + sqlState, so, last.sql() + ": " + Facts.outcome(last));
  }

  /** A statement must run outside a transaction. */
  public Act refusesTransaction() {
    return check("it refuses a transaction", facts().any(Measured::mustRunOutsideTransaction), "");
  }

  public Act waitsForSnapshots() {
    return check("it waits for old snapshots", facts().any(Measured::waitsForSnapshots), "");
  }

  public Act doesNotWaitForSnapshots() {
    boolean waits = facts().any(Measured::waitsForSnapshots);
    return check("it does not wait for old snapshots", !waits, "");
  }

  /** The server says something, down to DEBUG1. */
  public Act says(String words) {
    boolean said = facts().words().stream().anyMatch(word -> word.contains(words));
    return check("the server says: " + words, said, String.join("; ", facts().words()));
  }

  public Act doesNotSay(String words) {
    boolean said = facts().words().stream().anyMatch(word -> word.contains(words));
    return check(
        "the server does not say: " + words, !said, String.join("; ", facts().words()));
  }

  // What statements do to relations

  public Act rewrites(String table) {
    return contains(table, " gets a new file", facts().all(Measured::rewrites), true);
  }

  public Act keepsFileOf(String table) {
    return contains(table, " keeps its file", facts().all(Measured::rewrites), false);
  }

  /** A statement that is no query itself reads a table with rows from end to end. */
  public Act scans(String table) {
    return contains(table, " is read from end to end", facts().all(Measured::scans), true);
  }

  public Act doesNotScan(String table) {
    return contains(table, " is not read from end to end", facts().all(Measured::scans), false);
  }

  public Act builds(String index) {
    return contains(index, " is built", facts().all(Measured::builds), true);
  }

  public Act doesNotBuild(String index) {
    return contains(index, " is not built", facts().all(Measured::builds), false);
  }

  private Act contains(
      String relation, String claim, Collection<RelationName> seen, boolean expected) {
    boolean found = seen.contains(Facts.relation(relation));
    return check(relation + claim, found == expected, "seen: " + seen);
  }

  /** How much a statement logs, in kind; nobody else is to write meanwhile. */
  public Act logs(WalVolume volume) {
    List<WalVolume> seen = facts().measured().map(Measured::wal).toList();
    return check("it logs " + volume, seen.contains(volume), "seen: " + seen);
  }

  /** The statements write so many rows in all. */
  public Act writesRows(long rows) {
    long seen = facts().measured().mapToLong(Measured::rowsWritten).sum();
    return check("it writes " + rows + " rows", seen == rows, "seen: " + seen);
  }

  // Locks

  public Act holdsAtLeast(LockMode mode, String relation) {
    Optional<LockMode> seen = facts().strongest(Facts.relation(relation));
    boolean so = seen.filter(held -> held.compareTo(mode) >= 0).isPresent();
    return check("it locks " + relation + " in " + mode.words() + " or stronger", so, words(seen));
  }

  public Act holdsAtMost(LockMode mode, String relation) {
    Optional<LockMode> seen = facts().strongest(Facts.relation(relation));
    boolean so = seen.filter(held -> held.compareTo(mode) > 0).isEmpty();
    return check("it locks " + relation + " in " + mode.words() + " at most", so, words(seen));
  }

  public Act doesNotLock(String relation) {
    Optional<LockMode> seen = facts().strongest(Facts.relation(relation));
    return check("it does not lock " + relation, seen.isEmpty(), words(seen));
  }

  private static String words(Optional<LockMode> mode) {
    return "seen: " + mode.map(LockMode::words).orElse("no lock");
  }

  /** Tables are scanned or written, or indexes built, while such a lock or a stronger is held. */
  public Act worksUnder(LockMode mode, String relation) {
    List<String> work = facts().workUnder(mode, Facts.relation(relation));
    String words = "work is done under " + mode.words() + " on " + relation;
    return check(words, !work.isEmpty(), "seen: " + work);
  }

  public Act doesNotWorkUnder(LockMode mode, String relation) {
    List<String> work = facts().workUnder(mode, Facts.relation(relation));
    String words = "no work is done under " + mode.words() + " on " + relation;
    return check(words, work.isEmpty(), "seen: " + work);
  }

  /** One transaction holds such a lock or a stronger on all of these at the same time. */
  public Act holdsTogether(LockMode mode, String... relations) {
    return together(mode, true, relations);
  }

  public Act doesNotHoldTogether(LockMode mode, String... relations) {
    return together(mode, false, relations);
  }

  private Act together(LockMode mode, boolean expected, String... relations) {
    List<RelationName> names = Stream.of(relations).map(Facts::relation).toList();
    boolean so = facts().together(mode, names);
    String words = (expected ? "one transaction" : "no transaction") + " holds " + mode.words();
    return check(words + " on " + names + " at once", so == expected, "");
  }

  // The database afterwards

  /** An index is there and INVALID. */
  public Act leavesInvalid(String index) {
    return validity(index, false);
  }

  public Act leavesValid(String index) {
    return validity(index, true);
  }

  private Act validity(String index, boolean expected) {
    Optional<Boolean> valid = Scene.sure(index, () -> scene.observer().valid(index));
    String seen = valid.map(is -> is ? "valid" : "INVALID").orElse("no such index");
    return check(
        index + " is " + (expected ? "valid" : "INVALID"),
        valid.filter(is -> is == expected).isPresent(),
        "seen: " + seen);
  }

  /** The first value of a query, as text; {@code null} is written {@code null}. */
  public Act returns(String query, String value) {
    String seen;
    try {
      seen = scene.observer().value(query).orElse("null");
    } catch (SQLException refused) {
      seen = refused.getSQLState() + " " + refused.getMessage();
    }
    return check(query + " gives " + value, seen.equals(value), "seen: " + seen);
  }

  /** A statement that somebody else runs now works; what it changes, stays. */
  public Act accepts(String sql) {
    Optional<String> failure = scene.observer().failure(sql);
    return check("others can run " + sql, failure.isEmpty(), "seen: " + failure.orElse("-"));
  }

  /** A statement that somebody else runs now fails. */
  public Act refuses(String sql, String sqlState) {
    Optional<String> failure = scene.observer().failure(sql);
    return check(
        "others get " + sqlState + " for " + sql,
        failure.filter(sqlState::equals).isPresent(),
        "seen: " + failure.orElse("it works"));
  }

  /** Any other expectation, with the fact that it rests on; never a time. */
  public Act expects(String words, boolean fact, String seen) {
    return check(words, fact, seen);
  }

  /** A number for the reports. */
  public Act figure(String name, double value, String unit) {
    scene.figure(name, value, unit);
    return this;
  }

  /** A number that a query gives, for the reports. */
  public Act figure(String name, String query, String unit) {
    String seen = Scene.sure(name, () -> scene.observer().value(query).orElse("0"));
    return figure(name, Double.parseDouble(seen), unit);
  }

  /** What the statements that expectations are about now logged themselves, in bytes. */
  public long walBytes() {
    return facts().measured().mapToLong(Measured::walBytes).sum();
  }

  /** The statements that expectations are about now. */
  public List<StatementResult> statements() {
    return List.copyOf(latest);
  }

  private Facts facts() {
    return new Facts(latest);
  }

  Act check(String expectation, boolean held, String seen) {
    scene.check(expectation, held, seen);
    return this;
  }
}
