package dev.redshank.core.lint;

import dev.redshank.core.migration.Direction;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.StatementReader;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A migration whose statements are read.
 *
 * @param statements in written order
 * @param script the same statements as tokens, at the same indexes
 */
record ReadMigration(
    MigrationFile file, SourceText source, List<SqlStatement> script, List<Statement> statements) {

  /** The migrations of a file: one, or an up and the down behind its mark. */
  static List<ReadMigration> read(MigrationFile file, SourceText source) {
    StatementReader reader = new StatementReader();
    SqlScript parsed = SqlScript.read(source);
    List<SqlStatement> script = parsed.statements();
    List<Statement> statements = new ArrayList<>(script.size());
    for (SqlStatement statement : script) {
      statements.add(reader.read(statement));
    }
    Optional<TransactionMode> mode = DownMark.transactions(source, parsed.comments());
    MigrationFile up = with(file, file.direction(), mode, Optional.empty());
    Optional<Span> mark = DownMark.in(source, parsed.comments());
    if (mark.isEmpty()) {
      return List.of(new ReadMigration(up, source, script, statements));
    }
    int split = 0;
    while (split < script.size()
        && script.get(split).span().start() < mark.get().start()) {
      split++;
    }
    int end = script.size();
    MigrationFile down = with(file, Direction.DOWN, mode, Optional.of(file.version()));
    return List.of(
        new ReadMigration(up, source, script.subList(0, split), statements.subList(0, split)),
        new ReadMigration(
            down, source, script.subList(split, end), statements.subList(split, end)));
  }

  private static MigrationFile with(
      MigrationFile file,
      Direction direction,
      Optional<TransactionMode> mode,
      Optional<String> undoes) {
    return new MigrationFile(
        file.file(),
        file.path(),
        file.version(),
        file.description(),
        direction,
        file.tool(),
        mode.orElse(file.transactions()),
        file.repeatable(),
        undoes.or(file::undoes));
  }
}
