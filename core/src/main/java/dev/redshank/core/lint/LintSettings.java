package dev.redshank.core.lint;

import dev.redshank.core.impact.Timeout;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.postgres.PgVersion;
import java.util.Optional;

/**
 * What a run is told from outside.
 *
 * @param postgres the server's version
 * @param since the first version under review; earlier migrations are history. Empty: each migration is its own deploy
 * @param transactions how migrations are run, where the tool does not tell
 * @param lockTimeout in force before the first statement, set by role or connection
 * @param statementTimeout likewise
 */
public record LintSettings(
    PgVersion postgres,
    Optional<String> since,
    Optional<TransactionMode> transactions,
    Timeout lockTimeout,
    Timeout statementTimeout) {
  /** The default version of PostgreSQL, each migration its own deploy, nothing set elsewhere. */
  public static final LintSettings DEFAULT = new LintSettings(
      PgVersion.DEFAULT, Optional.empty(), Optional.empty(), Timeout.UNSET, Timeout.UNSET);
}
