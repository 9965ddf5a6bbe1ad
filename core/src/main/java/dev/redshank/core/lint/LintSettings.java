package dev.redshank.core.lint;

import dev.redshank.core.config.LintConfig;
import dev.redshank.core.config.Surroundings;
import dev.redshank.core.impact.Timeout;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.postgres.PgVersion;
import java.util.Optional;

/**
 * What a run is told from outside.
 *
 * @param postgres the server's version
 * @param since the first version under review; earlier migrations are history. Empty: each migration is its own deploy
 * @param transactions how every migration is run, whatever its tool does
 * @param lockTimeout in force before the first statement, set by role or connection
 * @param statementTimeout likewise
 * @param config what the project says about itself
 * @param review which migrations are reported
 */
public record LintSettings(
    PgVersion postgres,
    Optional<String> since,
    Optional<TransactionMode> transactions,
    Timeout lockTimeout,
    Timeout statementTimeout,
    LintConfig config,
    Review review) {
  /** The default version of PostgreSQL, each migration its own deploy, nothing set elsewhere. */
  public static final LintSettings DEFAULT = new LintSettings(
      PgVersion.DEFAULT, Optional.empty(), Optional.empty(), Timeout.UNSET, Timeout.UNSET);

  /** Settings of a project that says nothing about itself, with every migration under review. */
  public LintSettings(
      PgVersion postgres,
      Optional<String> since,
      Optional<TransactionMode> transactions,
      Timeout lockTimeout,
      Timeout statementTimeout) {
    this(postgres, since, transactions, lockTimeout, statementTimeout, LintConfig.NONE, Review.ALL);
  }

  /** The settings of a project. */
  public static LintSettings of(
      LintConfig config, PgVersion postgres, Optional<String> since, Review review) {
    Surroundings around = config.surroundings();
    return new LintSettings(
        postgres,
        since,
        Optional.empty(),
        around.lockTimeout().orElse(Timeout.UNSET),
        around.statementTimeout().orElse(Timeout.UNSET),
        config,
        review);
  }

  /** The settings for one migration, where the configuration says something else about it. */
  LintSettings at(MigrationFile file) {
    if (config.overrides().isEmpty()) {
      return this;
    }
    Surroundings around = config.surroundingsOf(file.path());
    return new LintSettings(
        postgres,
        since,
        transactions,
        around.lockTimeout().orElse(lockTimeout),
        around.statementTimeout().orElse(statementTimeout),
        config,
        review);
  }

  /** Whether what is under review goes out together. */
  boolean isOneDeploy() {
    return since.isPresent() || review.isOneDeploy();
  }
}
