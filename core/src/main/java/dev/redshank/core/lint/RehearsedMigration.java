package dev.redshank.core.lint;

import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.text.SourceText;
import java.util.List;

/**
 * A migration as its tool would run it.
 *
 * @param transactions what the tool does around it, once it has seen the statements
 * @param underReview whether it belongs to the deploy, not to history
 * @param beginsHistory whether what came before belongs to another database
 */
public record RehearsedMigration(
    MigrationFile file,
    SourceText source,
    TransactionMode transactions,
    boolean underReview,
    boolean beginsHistory,
    List<RehearsedStatement> statements) {
  public RehearsedMigration {
    statements = List.copyOf(statements);
  }

  /** The same, run in another way. */
  public RehearsedMigration in(TransactionMode mode) {
    return new RehearsedMigration(file, source, mode, underReview, beginsHistory, statements);
  }
}
