package dev.redshank.sandbox.trace;

import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.TransactionMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of a migration.
 *
 * @param deploy counts the deploys, from 1; each has rows and a clock of its own
 * @param transactions what its tool does around it
 * @param statements that were run, in order
 * @param failure what ended it before its end
 * @param notRun how many statements stand behind the one that failed
 * @param took the sum of its statements' times
 */
public record TracedMigration(
    MigrationFile file,
    int deploy,
    TransactionMode transactions,
    List<TracedStatement> statements,
    Optional<TraceFailure> failure,
    int notRun,
    Duration took) {
  public TracedMigration {
    statements = List.copyOf(statements);
  }
}
