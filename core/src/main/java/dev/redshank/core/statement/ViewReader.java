package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.List;

/** Reads CREATE VIEW and CREATE MATERIALIZED VIEW. */
final class ViewReader {
  private ViewReader() {}

  /** Reads from VIEW or RECURSIVE on. */
  static Statement view(TokenCursor cursor, boolean orReplace, Persistence persistence) {
    boolean recursive = cursor.accept("RECURSIVE");
    cursor.expect("VIEW");
    ObjectName name = cursor.name("the name of a view");
    List<Identifier> columns = columns(cursor);
    if (cursor.accept("WITH")) {
      cursor.brackets("options in parentheses");
    }
    Query query = query(cursor, "OPTION");
    return new CreateView(
        name,
        orReplace,
        persistence,
        columns,
        recursive ? without(query, name) : query,
        cursor.statementSpan());
  }

  /** Reads from MATERIALIZED on. */
  static Statement materialized(TokenCursor cursor) {
    cursor.expect("MATERIALIZED", "VIEW");
    boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
    ObjectName name = cursor.name("the name of a materialized view");
    columns(cursor);
    while (!cursor.atEnd() && !cursor.at("AS")) {
      cursor.skipBalanced();
    }
    Query query = query(cursor, "DATA");
    Tokens all = cursor.tokens();
    boolean withData = !all.areWords(all.size() - 3, "WITH", "NO", "DATA");
    return new CreateMaterializedView(name, ifNotExists, withData, query, cursor.statementSpan());
  }

  private static List<Identifier> columns(TokenCursor cursor) {
    return cursor.at(TokenKind.OPEN) ? cursor.columnList() : List.of();
  }

  /** The query behind AS, without the clause behind it that ends in {@code lastWord} and begins with WITH. */
  private static Query query(TokenCursor cursor, String lastWord) {
    cursor.expect("AS");
    if (cursor.atEnd()) {
      throw cursor.unexpected("a query");
    }
    Tokens query = cursor.rest();
    if (query.isWord(query.size() - 1, lastWord)) {
      for (int i = query.size() - 2; i > 0 && i >= query.size() - 4; i--) {
        if (query.isWord(i, "WITH")) {
          return QueryReader.read(query.slice(0, i));
        }
      }
    }
    return QueryReader.read(query);
  }

  private static Query without(Query query, ObjectName self) {
    List<ObjectName> others =
        query.reads().stream().filter(read -> !read.equals(self)).toList();
    return new Query(others, query.only(), query.writes(), query.functions(), query.tokens());
  }
}
