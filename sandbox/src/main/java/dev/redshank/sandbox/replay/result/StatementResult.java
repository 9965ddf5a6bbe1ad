package dev.redshank.sandbox.replay.result;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.measure.Measured;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One statement of an act.
 *
 * @param session who ran it
 * @param fromMillis since the act began
 * @param toMillis since the act began
 * @param sqlState how it failed
 * @param message PostgreSQL's words for the failure, or an empty string
 * @param measured what it did, for statements of the migration
 * @param held the strongest lock on each relation that the session's transaction holds after it
 */
public record StatementResult(
    String session,
    String sql,
    double fromMillis,
    double toMillis,
    Optional<String> sqlState,
    String message,
    Optional<Measured> measured,
    SortedMap<RelationName, LockMode> held) {
  public StatementResult {
    held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
  }

  public double millis() {
    return toMillis - fromMillis;
  }
}
