package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.text.SourceText;
import java.util.List;

/** Reads single statements for tests. */
final class Reading {
  private Reading() {}

  static Statement statement(String sql) {
    List<SqlStatement> statements =
        SqlScript.read(SourceText.of("test.sql", sql)).statements();
    assertThat(statements).as(sql).hasSize(1);
    return new StatementReader().read(statements.get(0));
  }

  static <S extends Statement> S as(Class<S> kind, String sql) {
    Statement statement = statement(sql);
    assertThat(statement).as(sql).isInstanceOf(kind);
    return kind.cast(statement);
  }

  /** The only action of an ALTER TABLE. */
  static <A extends AlterAction> A action(Class<A> kind, String sql) {
    List<AlterAction> actions = as(AlterTable.class, sql).actions();
    assertThat(actions).as(sql).hasSize(1);
    assertThat(actions.get(0)).as(sql).isInstanceOf(kind);
    return kind.cast(actions.get(0));
  }

  /** A column, as written behind ADD COLUMN. */
  static ColumnDefinition column(String sql) {
    return action(AlterAction.AddColumn.class, "ALTER TABLE t ADD COLUMN " + sql)
        .column();
  }

  static List<String> names(List<?> identifiers) {
    return identifiers.stream().map(Object::toString).toList();
  }
}
