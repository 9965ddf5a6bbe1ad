package dev.redshank.sandbox.generate;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Changes a column's type on a server, rolls it back, and says what the change did to files. */
final class TypeChange {
  /** What {@code ALTER COLUMN … TYPE} does to the table's and to the index's file. */
  record Outcome(String table, String index) {
    String words() {
      return table + "|" + index;
    }
  }

  /** Texts of which one suits almost every type as a value. */
  private static final List<String> VALUES = List.of(
      "1",
      "2020-01-01",
      "12:00",
      "10.0.0.1",
      "(1,2)",
      "{}",
      "((0,0),(1,1))",
      "<(0,0),1>",
      "{1,2,3}",
      "08:00:2b:01:02:03",
      "08:00:2b:01:02:03:04:05",
      "0/0",
      "1:1:",
      "123e4567-e89b-12d3-a456-426614174000",
      "pg_class",
      "int4",
      "now",
      "simple",
      "upper",
      "upper(text)",
      "+",
      "+(int4,int4)",
      "postgres",
      "pg_catalog",
      "<a/>",
      "(0,0)",
      "calm",
      "a=>1",
      "C");

  private static final String FILES = """
      SELECT pg_relation_filenode('probe'), coalesce((SELECT pg_relation_filenode(indexrelid)
        FROM pg_index WHERE indrelid = 'probe'::regclass)::text, '')
      """;

  private final Session session;
  private boolean indexed;
  private List<String> files = List.of();

  TypeChange(Session session) {
    this.session = session;
  }

  /** Makes the table that changes start from: a row with a value, a NULL, and an index if any. */
  boolean from(ColumnType source) throws SQLException {
    session.run("DROP TABLE IF EXISTS probe");
    if (session.attempt("CREATE TABLE probe (c " + source.sql() + ")").isPresent()) {
      return false;
    }
    session.attempt("INSERT INTO probe VALUES (NULL)");
    for (String value : VALUES) {
      if (session.attempt("INSERT INTO probe VALUES ('" + value + "')").isEmpty()) {
        break;
      }
    }
    indexed = false;
    for (String method : List.of("btree", "gist", "gin")) {
      indexed = indexed
          || session.attempt("CREATE INDEX ON probe USING " + method + " (c)").isEmpty();
    }
    files = session.rows(FILES).get(0);
    return true;
  }

  /** What a change to {@code target} does, or nothing when PostgreSQL refuses it. */
  Optional<Outcome> to(ColumnType target) throws SQLException {
    Optional<Outcome> changed = change("", target, indexed ? "" : "-");
    if (changed.isPresent() || refused) {
      return changed;
    }
    // The row's value does not fit the new type; what happens to files does not depend on it.
    changed = change("DELETE FROM probe;", target, indexed ? "" : "-");
    if (changed.isPresent() || refused || !indexed) {
      return changed;
    }
    return change("DELETE FROM probe; DROP INDEX probe_c_idx;", target, "error");
  }

  /** Whether the last change was refused because no cast exists, whatever the data. */
  private boolean refused;

  private Optional<Outcome> change(String before, ColumnType target, String index)
      throws SQLException {
    String sql = "BEGIN;" + before + "ALTER TABLE probe ALTER COLUMN c TYPE " + target.sql();
    Optional<String> failure = session.attempt(sql);
    try {
      refused = failure.filter(state -> state.equals("42804")).isPresent();
      if (failure.isPresent()) {
        return Optional.empty();
      }
      List<String> now = session.rows(FILES).get(0);
      String table = now.get(0).equals(files.get(0)) ? "none" : "rewrite";
      String built = now.get(1).equals(files.get(1)) ? "keep" : "rebuild";
      return Optional.of(new Outcome(table, index.isEmpty() ? built : index));
    } finally {
      session.run("ROLLBACK");
    }
  }
}
