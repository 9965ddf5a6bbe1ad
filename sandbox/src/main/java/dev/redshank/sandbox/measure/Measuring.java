package dev.redshank.sandbox.measure;

import dev.redshank.core.postgres.LockMode;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** How one statement of a session is looked at: by what it holds, and by what is different afterwards. */
final class Measuring {
  /** Refused because a transaction block is open, or cannot commit inside one. */
  private static final Set<String> NOT_INSIDE = Set.of("25001", "2D000");

  private final Monitor monitor;
  private final Subject subject;
  private final Meter meter;

  Measuring(Monitor monitor, Subject subject, Meter meter) {
    this.monitor = monitor;
    this.subject = subject;
    this.meter = meter;
  }

  /** Whether a statement must run outside a transaction block. */
  static boolean isRefusedInside(Subject.Outcome outcome) {
    return outcome.sqlState().filter(NOT_INSIDE::contains).isPresent();
  }

  /** Runs a statement in the open transaction, which stays open unless the statement fails or ends it. */
  Subject.Outcome inside(
      String sql, Supplier<Subject.Outcome> statement, Passage passage, Observations observed)
      throws SQLException {
    Picture before = Picture.take(subject);
    Map<Long, Set<LockMode>> held = monitor.locks(subject.pid());
    meter.start();
    Subject.Outcome outcome = passage.through(statement, locks -> {});
    if (isRefusedInside(outcome)) {
      observed.mustRunOutside();
    }
    if (outcome.failed() || !subject.inTransaction()) {
      return outcome;
    }
    observed.locks(monitor.locks(subject.pid()), held);
    long bytes = meter.walBytes();
    Picture after = Picture.take(subject);
    observed.written(bytes, after.rowsWritten(before));
    observed.scans(sql, after.scans(before));
    observed.files(before, after, subject);
    return outcome;
  }

  /** Runs a statement for which no transaction is open; its locks are seen where the passage stops it. */
  Subject.Outcome outside(
      Supplier<Subject.Outcome> statement, Passage passage, Observations observed)
      throws SQLException {
    Picture before = Picture.take(subject);
    meter.start();
    Subject.Outcome outcome = passage.through(statement, locks -> observed.locks(locks, Map.of()));
    if (passage.waitedForSnapshots()) {
      observed.waitsForSnapshots();
    }
    if (!outcome.sqlState().map(Measuring::isLost).orElse(false)) {
      observed.written(meter.walBytes(), meter.rowsWritten(outcome.rows()));
      observed.files(before, Picture.take(subject), subject);
      observed.scansForNewFiles();
    }
    return outcome;
  }

  /** Whether the session itself is gone. */
  private static boolean isLost(String sqlState) {
    return sqlState.startsWith("08") || sqlState.startsWith("57P");
  }
}
