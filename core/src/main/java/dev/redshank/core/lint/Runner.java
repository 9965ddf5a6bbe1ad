package dev.redshank.core.lint;

import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.rule.FlywayTransactions;

/** What the tool does around a migration once it has seen the statements. */
final class Runner {
  private Runner() {}

  /** What Flyway decides by the statements is decided here; a script that it refuses counts as wrapped. */
  static TransactionMode modeOf(ReadMigration migration) {
    TransactionMode declared = migration.file().transactions();
    return switch (declared) {
      case DETECTED ->
        FlywayTransactions.runsOutside(migration.statements())
            ? TransactionMode.AUTOCOMMIT
            : TransactionMode.WRAPPED;
      case MIXED ->
        migration.statements().stream().anyMatch(FlywayTransactions::refusesTransaction)
            ? TransactionMode.AUTOCOMMIT
            : TransactionMode.WRAPPED;
      default -> declared;
    };
  }
}
