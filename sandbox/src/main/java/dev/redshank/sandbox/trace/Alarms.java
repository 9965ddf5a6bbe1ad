package dev.redshank.sandbox.trace;

import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.trace.TraceAlarm.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Gathers what would wake somebody up. */
final class Alarms {
  static final Duration SLOW = Duration.ofSeconds(30);
  static final Duration LATE = Duration.ofSeconds(10);

  private final List<TraceAlarm> all = new ArrayList<>();

  /** Statements of the running deploy that left an index invalid: a later one may mend it. */
  private final List<TracedStatement> suspects = new ArrayList<>();

  List<TraceAlarm> all() {
    return all;
  }

  void about(TracedMigration migration) {
    for (TracedStatement statement : migration.statements()) {
      statement.measured().ifPresent(measured -> slow(statement, measured));
      if (!statement.left().invalidIndexes().isEmpty()) {
        suspects.add(statement);
      }
    }
    latest(migration).ifPresent(this::late);
  }

  /** The deploy is over, and these indexes are invalid now. */
  void deployEnded(Set<RelationName> invalid) {
    for (TracedStatement statement : suspects) {
      for (RelationName index : statement.left().invalidIndexes()) {
        if (invalid.contains(index)) {
          add(
              Kind.INVALID_INDEX,
              statement,
              "index " + index + " is INVALID: queries do not use it, and writes may have to keep"
                  + " it up. Drop it with DROP INDEX CONCURRENTLY and build it again.");
        }
      }
    }
    suspects.clear();
  }

  /** Whether somebody wants to know which indexes are invalid when the deploy is over. */
  boolean hasSuspects() {
    return !suspects.isEmpty();
  }

  private void slow(TracedStatement statement, Measured measured) {
    if (measured.took().compareTo(SLOW) > 0) {
      String rewrite = measured.rewrites().isEmpty() ? "" : ": it rewrote " + measured.rewrites();
      add(Kind.SLOW_STATEMENT, statement, "took " + seconds(measured.took()) + rewrite + ".");
    }
  }

  /** The statement that a replica was late behind the most. */
  private static Optional<TracedStatement> latest(TracedMigration migration) {
    return migration.statements().stream()
        .filter(statement -> behind(statement).compareTo(LATE) > 0)
        .max(Comparator.comparing(Alarms::behind));
  }

  private static Duration behind(TracedStatement statement) {
    return statement.replica().map(Lag::caughtUpAfter).orElse(Duration.ZERO);
  }

  private void late(TracedStatement statement) {
    add(Kind.REPLICA_LAG, statement, "the replica is " + seconds(behind(statement)) + " behind.");
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  private void add(Kind kind, TracedStatement statement, String message) {
    all.add(new TraceAlarm(kind, statement.source().path(), statement.position().line(), message));
  }
}
