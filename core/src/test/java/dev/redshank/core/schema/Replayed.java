package dev.redshank.core.schema;

import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.StatementReader;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.Optional;

/** What SQL makes of a database. */
final class Replayed {
  static final Era HISTORY = new Era(0, 1, 1);
  static final Era NOW = new Era(1, 2, 2);

  private Replayed() {}

  static SchemaState of(String sql) {
    return then(SchemaState.empty(), HISTORY, sql);
  }

  static SchemaState then(SchemaState before, Era era, String sql) {
    SchemaState state = before;
    for (SqlStatement statement : SqlScript.read(SourceText.of("V1.sql", sql)).statements()) {
      state = state.after(new StatementReader().read(statement), era, "V1.sql");
    }
    return state;
  }

  static ObjectName name(String written) {
    int dot = written.indexOf('.');
    Optional<String> schema = dot < 0 ? Optional.empty() : Optional.of(written.substring(0, dot));
    return new ObjectName(schema, written.substring(dot + 1), new Span(0, 0));
  }
}
