package dev.redshank.core.lint;

import dev.redshank.core.migration.Tool;
import dev.redshank.core.migration.TransactionMode;

/** What the tool does around a migration once it has seen the statements. */
final class Runner {
  private Runner() {}

  /** Flyway runs a script of nothing but non-transactional statements without a transaction. */
  static TransactionMode modeOf(ReadMigration migration) {
    TransactionMode declared = migration.file().transactions();
    boolean detects = migration.file().tool() == Tool.FLYWAY && declared == TransactionMode.WRAPPED;
    return detects && FlywayTransactions.runsOutside(migration.statements())
        ? TransactionMode.AUTOCOMMIT
        : declared;
  }
}
