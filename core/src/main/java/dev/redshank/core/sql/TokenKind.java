package dev.redshank.core.sql;

/** What the lexer calls a piece of SQL. Comments and white space are not tokens. */
public enum TokenKind {
  /** An unquoted name or key word; it may hold {@code ${placeholders}}. */
  WORD,
  /** A name in double quotes, {@code U&"…"} too. */
  QUOTED_NAME,
  /** A constant in single quotes: plain, {@code E''}, {@code U&''}, {@code N''}. */
  STRING,
  /** {@code B''} or {@code X''}. */
  BIT_STRING,
  /** {@code $tag$ … $tag$}. */
  DOLLAR_STRING,
  NUMBER,
  /** {@code $1}, or a variable of psql or a driver such as {@code :name}. */
  PARAMETER,
  OPERATOR,
  OPEN,
  CLOSE,
  OPEN_BRACKET,
  CLOSE_BRACKET,
  COMMA,
  SEMICOLON,
  DOT,
  COLON,
  /** A command of psql, from its backslash to the end of the line. */
  PSQL_COMMAND,
  /** The lines between {@code COPY … FROM STDIN;} and {@code \.}. */
  COPY_DATA,
  /** A quote or comment that nothing closes. */
  UNTERMINATED,
  /** A character that SQL does not have, such as NUL. */
  STRAY
}
