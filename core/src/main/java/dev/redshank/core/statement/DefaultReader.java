package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import java.util.Set;

/**
 * Reads the expression behind DEFAULT where other clauses may follow it. It ends outside all brackets, behind a complete
 * operand, at a word that begins the next clause of a column or domain. Without brackets PostgreSQL allows no AND, IS NULL or
 * the like here; they are read all the same, as far as no clause begins with the same word.
 */
final class DefaultReader {
  private static final Set<String> CLAUSES = Set.of(
      "AUTO_INCREMENT",
      "CHECK",
      "COLLATE",
      "COMMENT",
      "COMPRESSION",
      "CONSTRAINT",
      "DEFAULT",
      "DEFERRABLE",
      "ENFORCED",
      "GENERATED",
      "INITIALLY",
      "NULL",
      "ON",
      "OPTIONS",
      "PRIMARY",
      "REFERENCES",
      "STORAGE",
      "UNIQUE");

  /** Behind these something has to follow, whatever clause it could begin otherwise. */
  private static final Set<String> OPEN_ENDED = Set.of(
      "AND",
      "BETWEEN",
      "DISTINCT",
      "ESCAPE",
      "FROM",
      "ILIKE",
      "IN",
      "IS",
      "LIKE",
      "NOT",
      "OR",
      "SIMILAR",
      "TO");

  /** What may follow a constant or a bracket and still belongs to the expression or to the type of a cast. */
  private static final Set<String> CONTINUING = Set.of(
      "AND",
      "ARRAY",
      "AT",
      "BETWEEN",
      "COLLATE",
      "DAY",
      "ESCAPE",
      "FILTER",
      "HOUR",
      "ILIKE",
      "IN",
      "IS",
      "ISNULL",
      "LIKE",
      "MINUTE",
      "MONTH",
      "NOT",
      "NOTNULL",
      "OPERATOR",
      "OR",
      "OVER",
      "OVERLAPS",
      "SECOND",
      "SIMILAR",
      "UESCAPE",
      "WITH",
      "WITHIN",
      "WITHOUT",
      "YEAR");

  private final TokenCursor cursor;
  private boolean complete;
  private boolean closed;
  private boolean negatable;
  private int cases;

  private DefaultReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  static SqlExpression read(TokenCursor cursor) {
    int start = cursor.position();
    new DefaultReader(cursor).skip();
    if (cursor.position() == start) {
      throw cursor.unexpected("an expression");
    }
    return new SqlExpression(cursor.tokensFrom(start));
  }

  private void skip() {
    while (!cursor.atEnd() && !cursor.at(TokenKind.COMMA)) {
      if (cursor.at(TokenKind.WORD)) {
        String word = cursor.word();
        if (cases == 0 && complete && endsAt(word)) {
          return;
        }
        closed = false;
        cases += word.equals("CASE") ? 1 : word.equals("END") && cases > 0 ? -1 : 0;
        complete = !OPEN_ENDED.contains(word) && !endsAtTimeZone(word);
        negatable = word.equals("IS");
      } else {
        complete = !cursor.at(TokenKind.OPERATOR) && !cursor.at(TokenKind.DOT);
        negatable = false;
        closed = complete;
      }
      cursor.skipBalanced();
    }
  }

  /** {@code AT TIME ZONE} goes on, the type {@code timestamp with time zone} does not. */
  private boolean endsAtTimeZone(String word) {
    int at = cursor.position();
    return word.equals("ZONE") && cursor.tokens().isWord(at - 2, "AT");
  }

  private boolean endsAt(String word) {
    if (word.equals("NOT")) {
      return cursor.ahead(1, "NULL")
          || cursor.ahead(1, "DEFERRABLE")
          || cursor.ahead(1, "ENFORCED")
          || cursor.ahead(1, "VALID");
    }
    return (closed && !CONTINUING.contains(word)) || (!negatable && CLAUSES.contains(word));
  }
}
