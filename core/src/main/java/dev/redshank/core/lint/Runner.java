package dev.redshank.core.lint;

import dev.redshank.core.migration.TransactionMode;

/** What the tool does around a migration once it has seen the statements. */
final class Runner {
  private Runner() {}

  static TransactionMode modeOf(ReadMigration migration) {
    return migration.file().transactions();
  }
}
