package dev.redshank.core.statement;

import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.Set;

/** Whether a query gives no more rows than its LIMIT says. */
final class LimitedQuery {
  private static final int MAX_DEPTH = 20;

  private LimitedQuery() {}

  static boolean isQuery(Tokens tokens) {
    return tokens.isWord(0, "SELECT")
        || tokens.isWord(0, "WITH")
        || tokens.isWord(0, "VALUES")
        || tokens.isWord(0, "TABLE");
  }

  /**
   * Whether it is limited.
   *
   * @param limitedNames the names of WITH queries that are limited
   */
  static boolean test(Tokens query, Set<String> limitedNames) {
    return test(Operands.plain(query), limitedNames, MAX_DEPTH);
  }

  private static boolean test(Tokens query, Set<String> limitedNames, int depth) {
    if (depth == 0) {
      return false;
    }
    if (query.isWord(0, "UPDATE") || query.isWord(0, "DELETE")) {
      return mentionsLimit(query);
    }
    boolean inFrom = false;
    boolean fromLimited = false;
    for (int i = 0; i < query.size(); i++) {
      if (query.is(i, TokenKind.OPEN)) {
        int end = query.afterMatching(i);
        Tokens inside = query.slice(i + 1, Math.max(i + 1, end - 1));
        fromLimited |= inFrom && isQuery(inside) && test(inside, limitedNames, depth - 1);
        i = end - 1;
      } else if (isLimit(query, i)) {
        return true;
      } else if (query.isWord(i, "UNION")) {
        return false;
      } else if (query.isWord(i, "FROM")) {
        inFrom = true;
      } else if (query.isWord(i, "WHERE")) {
        inFrom = false;
      } else if (inFrom && query.is(i, TokenKind.WORD)) {
        fromLimited |= limitedNames.contains(Names.of(query, i));
      }
    }
    return fromLimited;
  }

  private static boolean mentionsLimit(Tokens query) {
    for (int i = 0; i < query.size(); i++) {
      if (isLimit(query, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLimit(Tokens query, int i) {
    if (query.isWord(i, "LIMIT")) {
      return !query.isWord(i + 1, "ALL") && !query.isWord(i + 1, "NULL");
    }
    return query.areWords(i, "FETCH", "FIRST") || query.areWords(i, "FETCH", "NEXT");
  }
}
