package dev.redshank.core.config;

import dev.redshank.core.impact.Timeout;
import dev.redshank.core.migration.TransactionMode;
import java.util.Optional;

/**
 * What surrounds a migration and is not written in it.
 *
 * @param transactions whether the runner opens a transaction around a file
 * @param lockTimeout in force before the first statement, set by role or connection
 * @param statementTimeout likewise
 */
public record Surroundings(
    Optional<TransactionMode> transactions,
    Optional<Timeout> lockTimeout,
    Optional<Timeout> statementTimeout) {
  /** Nothing is said. */
  public static final Surroundings UNKNOWN =
      new Surroundings(Optional.empty(), Optional.empty(), Optional.empty());

  /** These surroundings with others on top of them. */
  public Surroundings under(Surroundings other) {
    return new Surroundings(
        other.transactions.or(() -> transactions),
        other.lockTimeout.or(() -> lockTimeout),
        other.statementTimeout.or(() -> statementTimeout));
  }
}
