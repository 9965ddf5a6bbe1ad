package dev.redshank.core.lint;

import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.text.Span;
import java.util.List;

/** The statements of a migration by place. */
final class Statements {
  static final Statements NONE = new Statements(List.of(), List.of());

  private final List<SqlStatement> script;
  private final List<Statement> statements;

  private Statements(List<SqlStatement> script, List<Statement> statements) {
    this.script = script;
    this.statements = statements;
  }

  Statements(ReadMigration migration) {
    this(migration.script(), migration.statements());
  }

  /** The index of the last statement that begins at or before {@code span}; -1 when none does. */
  int at(Span span) {
    int low = -1;
    int high = script.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (script.get(middle).span().start() <= span.start()) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  String normalized(int index) {
    return index < 0 ? "" : script.get(index).tokens().normalized();
  }

  String kind(int index) {
    return index < 0 ? "" : statements.get(index).kind();
  }
}
