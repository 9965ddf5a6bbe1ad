package dev.redshank.core.statement;

import dev.redshank.core.sql.Tokens;
import java.util.Locale;
import java.util.Set;

/** Words that may stand before a bracket and call nothing: {@code IN (…)}, {@code varchar(20)}. */
final class NotFunctions {
  private static final Set<String> WORDS =
      Set.of(
          "ALL", "AND", "ANY", "ARRAY", "AS", "BETWEEN", "BIT", "BPCHAR", "BY", "CASE", "CHAR",
          "CHARACTER", "CHECK", "DEC", "DECIMAL", "DISTINCT", "ELSE", "EXISTS", "FILTER", "FLOAT",
          "FROM", "GROUPING", "HAVING", "IN", "INTERVAL", "IS", "LIKE", "ILIKE", "LIMIT", "NCHAR",
          "NOT", "NUMERIC", "OFFSET", "ON", "OR", "OVER", "PRECISION", "ROW", "SELECT", "SET", "SOME",
          "THEN", "TIME", "TIMESTAMP", "TIMESTAMPTZ", "TIMETZ", "UNION", "USING", "VALUES", "VARBIT",
          "VARCHAR", "VARYING", "WHEN", "WHERE", "WITH", "WITHIN");

  private NotFunctions() {}

  static boolean contains(Tokens tokens, int index) {
    return WORDS.contains(tokens.text(index).toUpperCase(Locale.ROOT));
  }
}
