package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.Locale;
import java.util.Set;

/**
 * The words that name nothing without quotes: those that are reserved in every major from 14 to 18 (<a
 * href="https://www.postgresql.org/docs/current/sql-keywords-appendix.html">SQL Key Words</a>). SYSTEM_USER, reserved
 * since 16, is left out, because older files may use it.
 */
final class ReservedWords {
  private static final int LONGEST = 17;
  private static final Set<String> WORDS = Set.of(
      "ALL",
      "ANALYSE",
      "ANALYZE",
      "AND",
      "ANY",
      "ARRAY",
      "AS",
      "ASC",
      "ASYMMETRIC",
      "BOTH",
      "CASE",
      "CAST",
      "CHECK",
      "COLLATE",
      "COLUMN",
      "CONSTRAINT",
      "CREATE",
      "CURRENT_CATALOG",
      "CURRENT_DATE",
      "CURRENT_ROLE",
      "CURRENT_TIME",
      "CURRENT_TIMESTAMP",
      "CURRENT_USER",
      "DEFAULT",
      "DEFERRABLE",
      "DESC",
      "DISTINCT",
      "DO",
      "ELSE",
      "END",
      "EXCEPT",
      "FALSE",
      "FETCH",
      "FOR",
      "FOREIGN",
      "FROM",
      "GRANT",
      "GROUP",
      "HAVING",
      "IN",
      "INITIALLY",
      "INTERSECT",
      "INTO",
      "LATERAL",
      "LEADING",
      "LIMIT",
      "LOCALTIME",
      "LOCALTIMESTAMP",
      "NOT",
      "NULL",
      "OFFSET",
      "ON",
      "ONLY",
      "OR",
      "ORDER",
      "PLACING",
      "PRIMARY",
      "REFERENCES",
      "RETURNING",
      "SELECT",
      "SESSION_USER",
      "SOME",
      "SYMMETRIC",
      "TABLE",
      "THEN",
      "TO",
      "TRAILING",
      "TRUE",
      "UNION",
      "UNIQUE",
      "USER",
      "USING",
      "VARIADIC",
      "WHEN",
      "WHERE",
      "WINDOW",
      "WITH");

  private ReservedWords() {}

  static boolean contains(Tokens tokens, int index) {
    return tokens.is(index, TokenKind.WORD)
        && tokens.contentEnd(index) - tokens.contentStart(index) <= LONGEST
        && WORDS.contains(tokens.text(index).toUpperCase(Locale.ROOT));
  }
}
