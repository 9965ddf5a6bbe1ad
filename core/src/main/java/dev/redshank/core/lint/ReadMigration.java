package dev.redshank.core.lint;

import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.StatementReader;
import dev.redshank.core.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration whose statements are read.
 *
 * @param statements in written order
 * @param script the same statements as tokens, at the same indexes
 */
record ReadMigration(
    MigrationFile file, SourceText source, List<SqlStatement> script, List<Statement> statements) {
  static ReadMigration read(MigrationFile file, SourceText source) {
    StatementReader reader = new StatementReader();
    List<SqlStatement> script = SqlScript.read(source).statements();
    List<Statement> statements = new ArrayList<>(script.size());
    for (SqlStatement statement : script) {
      statements.add(reader.read(statement));
    }
    return new ReadMigration(file, source, script, statements);
  }
}
