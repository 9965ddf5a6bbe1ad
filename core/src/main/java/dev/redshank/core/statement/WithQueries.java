package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;

/** The list of WITH queries before a statement. */
final class WithQueries {
  private WithQueries() {}

  /**
   * Steps over {@code WITH name AS (…), …} if it comes next.
   *
   * @return the queries by their name
   */
  static Map<String, Tokens> read(TokenCursor cursor) {
    Map<String, Tokens> queries = new LinkedHashMap<>();
    if (!cursor.accept("WITH")) {
      return queries;
    }
    cursor.accept("RECURSIVE");
    do {
      Identifier name = cursor.identifier("the name of a WITH query");
      if (cursor.at(TokenKind.OPEN)) {
        cursor.skipBalanced();
      }
      cursor.expect("AS");
      cursor.accept("NOT");
      cursor.accept("MATERIALIZED");
      queries.put(name.name(), cursor.brackets("a query in parentheses").rest());
      while (!cursor.atEnd() && !cursor.at(TokenKind.COMMA) && !atMainStatement(cursor)) {
        cursor.skipBalanced();
      }
    } while (cursor.accept(TokenKind.COMMA));
    return queries;
  }

  /** Behind a WITH query SEARCH and CYCLE may come before the statement itself. */
  private static boolean atMainStatement(TokenCursor cursor) {
    return cursor.at(TokenKind.OPEN)
        || cursor.atAny("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES", "TABLE");
  }
}
