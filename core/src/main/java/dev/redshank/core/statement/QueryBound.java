package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.Set;

/** Whether a query gives a number of rows that does not grow with its tables, as far as its text tells. */
final class QueryBound {
  private static final Set<String> AGGREGATES = Set.of(
      "array_agg",
      "avg",
      "bool_and",
      "bool_or",
      "count",
      "every",
      "json_agg",
      "jsonb_agg",
      "max",
      "min",
      "string_agg",
      "sum");

  private QueryBound() {}

  static boolean isBounded(Query query) {
    Tokens tokens = unwrapped(query.tokens());
    int select = top(tokens, 0, "SELECT");
    if (select == tokens.size() || hasAlternatives(tokens)) {
      return false;
    }
    Tokens main = tokens.slice(select, tokens.size());
    int from = top(main, 0, "FROM");
    boolean oneRow = from == main.size() || isAggregate(main, from, query);
    return oneRow || LimitedQuery.test(main, Set.of()) || isSelective(main, from);
  }

  static boolean isGrouped(Query query) {
    Tokens tokens = unwrapped(query.tokens());
    int select = top(tokens, 0, "SELECT");
    return top(tokens, 0, "GROUP") < tokens.size() || tokens.isWord(select + 1, "DISTINCT");
  }

  /** The query of {@code INSERT INTO t (SELECT …)}, which may stand in parentheses. */
  private static Tokens unwrapped(Tokens tokens) {
    if (top(tokens, 0, "SELECT") < tokens.size()) {
      return tokens;
    }
    for (int i = 0;
        i < tokens.size();
        i = tokens.is(i, TokenKind.OPEN) ? tokens.afterMatching(i) : i + 1) {
      if (tokens.is(i, TokenKind.OPEN) && tokens.isWord(i + 1, "SELECT")) {
        return tokens.slice(i + 1, Math.min(tokens.afterMatching(i) - 1, tokens.size()));
      }
    }
    return tokens;
  }

  private static boolean hasAlternatives(Tokens tokens) {
    return top(tokens, 0, "UNION") < tokens.size()
        || top(tokens, 0, "INTERSECT") < tokens.size()
        || top(tokens, 0, "EXCEPT") < tokens.size();
  }

  /** An aggregate over everything gives one row. */
  private static boolean isAggregate(Tokens main, int from, Query query) {
    if (top(main, from, "GROUP") < main.size()) {
      return false;
    }
    int start = main.span().start();
    int end = main.span(from).start();
    return query.functions().stream()
        .map(SqlExpression.FunctionCall::name)
        .filter(name -> name.span().start() >= start && name.span().start() < end)
        .anyMatch(name -> AGGREGATES.contains(name.name()));
  }

  private static boolean isSelective(Tokens main, int from) {
    int where = top(main, from, "WHERE");
    if (where == main.size()) {
      return false;
    }
    int end = main.size();
    for (String word : new String[] {"GROUP", "HAVING", "ORDER", "WINDOW", "ON", "FOR"}) {
      end = Math.min(end, top(main, where, word));
    }
    RowSources sources = new RowSources(Set.of());
    sources.addJoined(main.slice(from + 1, where));
    return !new RowFilterReader(sources).read(main.slice(where + 1, end)).isUnbounded();
  }

  /** The index of a word outside brackets; the number of tokens where there is none. */
  private static int top(Tokens tokens, int start, String word) {
    int i = start;
    while (i < tokens.size() && !tokens.isWord(i, word)) {
      i = tokens.is(i, TokenKind.OPEN) ? tokens.afterMatching(i) : i + 1;
    }
    return Math.min(i, tokens.size());
  }
}
