package dev.redshank.sandbox.trace;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import dev.redshank.sandbox.measure.Leftovers;
import dev.redshank.sandbox.measure.Measured;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What one statement did.
 *
 * @param kind such as {@code ALTER TABLE}
 * @param insideTransaction whether a transaction of several statements was open around it
 * @param measured empty where it was not run
 * @param skipped why it was not run
 * @param lockTimeout in force, in the server's words
 * @param start since the deploy began; only the statements' own time counts
 * @param locks that it took, strongest first
 * @param holding locks of earlier statements of its transaction that block reads or writes all the while
 * @param left what it left unfinished
 * @param replica how far a replica was behind it; empty where none follows
 * @param differences where Redshank claims something else; empty where claim and server agree
 */
public record TracedStatement(
    SourceText source,
    Span span,
    String kind,
    boolean insideTransaction,
    Optional<Measured> measured,
    Optional<Skipped> skipped,
    String lockTimeout,
    Duration start,
    List<TracedLock> locks,
    SortedMap<RelationName, LockMode> holding,
    Leftovers left,
    Optional<Lag> replica,
    List<String> differences) {
  /**
   * Why a statement was not run.
   *
   * @param leavesHole whether it may have changed something
   */
  public record Skipped(String reason, boolean leavesHole) {}

  public TracedStatement {
    locks = List.copyOf(locks);
    differences = List.copyOf(differences);
  }

  /** The same statement, its locks let go at {@code end}. */
  TracedStatement until(Duration end) {
    return new TracedStatement(
        source,
        span,
        kind,
        insideTransaction,
        measured,
        skipped,
        lockTimeout,
        start,
        locks.stream().map(lock -> lock.until(end)).toList(),
        holding,
        left,
        replica,
        differences);
  }

  public Position position() {
    return source.position(span.start());
  }

  public String sql() {
    return source.slice(span);
  }

  public boolean agrees() {
    return differences.isEmpty();
  }
}
