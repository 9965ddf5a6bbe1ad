package dev.redshank.core.sql;

import dev.redshank.core.text.SourceText;

/**
 * Reads a text into tokens in one pass, by the rules of PostgreSQL's own scanner (<a
 * href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>).
 *
 * <p>A quote that nothing closes would swallow the rest of the file. Such a text is read a second
 * time with {@link Recovery}, which ends quotes where a new statement begins on a line of its own.
 */
final class Lexer {
  private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|`?";

  private final String text;
  private final int length;
  private final boolean recovering;
  private final TokenTable table;
  private int at;
  private int statementStart;
  private boolean unterminated;
  private boolean noMoreCopyEnds;

  private Lexer(SourceText source, boolean recovering) {
    this.text = source.content();
    this.length = text.length();
    this.recovering = recovering;
    this.table = new TokenTable(source);
  }

  static TokenTable lex(SourceText source) {
    Lexer lexer = new Lexer(source, false);
    lexer.run();
    if (!lexer.unterminated) {
      return lexer.table;
    }
    Lexer second = new Lexer(source, true);
    second.run();
    return second.table;
  }

  private void run() {
    while (at < length) {
      next(text.charAt(at));
    }
  }

  private void next(char c) {
    if (isSpace(c)) {
      at++;
    } else if (isWordStart(c) || startsPlaceholder(at)) {
      word(c);
    } else if (c >= '0' && c <= '9' || (c == '.' && isDigit(at + 1))) {
      number();
    } else {
      symbol(c);
    }
  }

  private void symbol(char c) {
    switch (c) {
      case '\'' -> string(at, at + 1, false);
      case '"' -> quotedName(at, at + 1);
      case '$' -> dollar();
      case '(' -> single(TokenKind.OPEN);
      case ')' -> single(TokenKind.CLOSE);
      case '[' -> single(TokenKind.OPEN_BRACKET);
      case ']' -> single(TokenKind.CLOSE_BRACKET);
      case ',' -> single(TokenKind.COMMA);
      case '.' -> dots();
      case ';' -> semicolon();
      case ':' -> colon();
      case '\\' -> psqlCommand();
      case '-' -> minus();
      case '/' -> slash();
      default -> {
        if (OPERATOR_CHARACTERS.indexOf(c) >= 0) {
          operator();
        } else {
          single(TokenKind.STRAY);
        }
      }
    }
  }

  private void single(TokenKind kind) {
    table.add(kind, at, at + 1);
    at++;
  }

  private void word(char c) {
    char second = at + 1 < length ? text.charAt(at + 1) : '\0';
    if (second == '\'' && prefixedString(c)) {
      return;
    }
    if ((c == 'U' || c == 'u') && second == '&' && at + 2 < length) {
      if (text.charAt(at + 2) == '\'') {
        string(at, at + 3, false);
        return;
      }
      if (text.charAt(at + 2) == '"') {
        quotedName(at, at + 3);
        return;
      }
    }
    int end = at;
    while (end < length) {
      if (startsPlaceholder(end)) {
        end = text.indexOf('}', end) + 1;
      } else if (isWordPart(text.charAt(end))) {
        end++;
      } else {
        break;
      }
    }
    table.add(TokenKind.WORD, at, end);
    at = end;
  }

  private boolean prefixedString(char c) {
    switch (c) {
      case 'E', 'e' -> string(at, at + 2, true);
      case 'N', 'n' -> string(at, at + 2, false);
      case 'B', 'b', 'X', 'x' -> {
        int before = table.size();
        string(at, at + 2, false);
        table.retag(before, TokenKind.BIT_STRING);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void string(int start, int from, boolean escapes) {
    int i = from;
    while (i < length) {
      char c = text.charAt(i);
      if (c == '\'') {
        if (i + 1 < length && text.charAt(i + 1) == '\'') {
          i += 2;
          continue;
        }
        add(TokenKind.STRING, start, i + 1);
        return;
      }
      if (recovering && c == ';' && Recovery.statementFollows(text, i)) {
        add(TokenKind.UNTERMINATED, start, i);
        return;
      }
      i += escapes && c == '\\' ? 2 : 1;
    }
    endOfText(start);
  }

  private void quotedName(int start, int from) {
    int i = from;
    while (i < length) {
      char c = text.charAt(i);
      if (c == '"') {
        if (i + 1 < length && text.charAt(i + 1) == '"') {
          i += 2;
          continue;
        }
        add(TokenKind.QUOTED_NAME, start, i + 1);
        return;
      }
      if (recovering && c == ';' && Recovery.statementFollows(text, i)) {
        add(TokenKind.UNTERMINATED, start, i);
        return;
      }
      i++;
    }
    endOfText(start);
  }

  private void add(TokenKind kind, int start, int end) {
    table.add(kind, start, end);
    at = end;
  }

  private void endOfText(int start) {
    unterminated = true;
    add(TokenKind.UNTERMINATED, start, length);
  }

  /** A dollar sign begins a parameter, a dollar-quoted string, or nothing that SQL knows. */
  private void dollar() {
    if (isDigit(at + 1)) {
      int end = at + 1;
      while (isDigit(end)) {
        end++;
      }
      add(TokenKind.PARAMETER, at, end);
      return;
    }
    int tagEnd = at + 1;
    while (tagEnd < length && isWordPart(text.charAt(tagEnd)) && text.charAt(tagEnd) != '$') {
      tagEnd++;
    }
    if (tagEnd >= length || text.charAt(tagEnd) != '$') {
      single(TokenKind.STRAY);
      return;
    }
    String tag = text.substring(at, tagEnd + 1);
    int close = text.indexOf(tag, tagEnd + 1);
    if (close >= 0) {
      add(TokenKind.DOLLAR_STRING, at, close + tag.length());
    } else if (recovering) {
      int end = Recovery.statementEnd(text, tagEnd + 1);
      add(TokenKind.UNTERMINATED, at, end);
    } else {
      endOfText(at);
    }
  }

  private void number() {
    int end = at;
    if (text.charAt(at) == '0' && at + 1 < length && "xXoObB".indexOf(text.charAt(at + 1)) >= 0) {
      end = at + 2;
      while (end < length
          && (Character.digit(text.charAt(end), 16) >= 0 || text.charAt(end) == '_')) {
        end++;
      }
      add(TokenKind.NUMBER, at, end);
      return;
    }
    end = digits(end);
    if (end < length
        && text.charAt(end) == '.'
        && !(end + 1 < length && text.charAt(end + 1) == '.')) {
      end = digits(end + 1);
    }
    if (end < length && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int sign = end + 1 < length && "+-".indexOf(text.charAt(end + 1)) >= 0 ? end + 2 : end + 1;
      if (isDigit(sign)) {
        end = digits(sign);
      }
    }
    add(TokenKind.NUMBER, at, end);
  }

  private int digits(int from) {
    int end = from;
    while (isDigit(end)
        || (end > from && end + 1 < length && text.charAt(end) == '_' && isDigit(end + 1))) {
      end++;
    }
    return end;
  }

  private void dots() {
    if (at + 1 < length && text.charAt(at + 1) == '.') {
      add(TokenKind.OPERATOR, at, at + 2);
    } else {
      single(TokenKind.DOT);
    }
  }

  private void colon() {
    char second = at + 1 < length ? text.charAt(at + 1) : '\0';
    if (second == ':' || second == '=') {
      add(TokenKind.OPERATOR, at, at + 2);
    } else if (isWordStart(second)) {
      int end = at + 2;
      while (end < length && isWordPart(text.charAt(end))) {
        end++;
      }
      variableOrSlice(end);
    } else if (second == '\'' || second == '"') {
      int close = text.indexOf(second, at + 2);
      add(TokenKind.PARAMETER, at, close < 0 ? at + 2 : close + 1);
    } else {
      single(TokenKind.COLON);
    }
  }

  /** In {@code a[i:n]} the colon is a slice; everywhere else {@code :n} is a variable. */
  private void variableOrSlice(int end) {
    boolean attached = at > 0 && (isWordPart(text.charAt(at - 1)) || text.charAt(at - 1) == '[');
    if (attached) {
      single(TokenKind.COLON);
    } else {
      add(TokenKind.PARAMETER, at, end);
    }
  }

  private void minus() {
    if (at + 1 < length && text.charAt(at + 1) == '-') {
      int end = endOfLine(at);
      table.addComment(at, end);
      at = end;
    } else {
      operator();
    }
  }

  private void slash() {
    if (at + 1 < length && text.charAt(at + 1) == '*') {
      blockComment();
    } else {
      operator();
    }
  }

  /** Block comments nest. */
  private void blockComment() {
    int depth = 1;
    int i = at + 2;
    while (i < length && depth > 0) {
      if (text.startsWith("*/", i)) {
        depth--;
        i += 2;
      } else if (text.startsWith("/*", i)) {
        depth++;
        i += 2;
      } else {
        i++;
      }
    }
    if (depth == 0) {
      table.addComment(at, i);
      at = i;
    } else if (recovering) {
      int first = text.indexOf("*/", at + 2);
      add(
          TokenKind.UNTERMINATED,
          at,
          first >= 0 ? endOfLine(first) : Recovery.statementEnd(text, at));
    } else {
      endOfText(at);
    }
  }

  /**
   * The longest run of operator characters that holds no comment. One of several characters may end
   * in + or - only if it also holds one of ~ ! @ # % ^ & | ` ?.
   */
  private void operator() {
    int end = at;
    while (end < length && OPERATOR_CHARACTERS.indexOf(text.charAt(end)) >= 0) {
      if (end > at && (text.startsWith("--", end) || text.startsWith("/*", end))) {
        break;
      }
      end++;
    }
    if (!hasUnusual(end)) {
      while (end > at + 1 && "+-".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
    }
    add(TokenKind.OPERATOR, at, end);
  }

  private boolean hasUnusual(int end) {
    for (int i = at; i < end; i++) {
      if ("~!@#%^&|`?".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private void psqlCommand() {
    add(TokenKind.PSQL_COMMAND, at, endOfLine(at));
    statementStart = table.size();
  }

  private void semicolon() {
    single(TokenKind.SEMICOLON);
    if (isCopyFromStdin() && !noMoreCopyEnds) {
      copyData();
    }
    statementStart = table.size();
  }

  private boolean isCopyFromStdin() {
    if (!table.isWord(statementStart, "COPY")) {
      return false;
    }
    for (int i = statementStart; i + 1 < table.size(); i++) {
      if (table.isWord(i, "FROM") && table.isWord(i + 1, "STDIN")) {
        return true;
      }
    }
    return false;
  }

  private void copyData() {
    int start = endOfLine(at);
    int end = endOfCopyData(start);
    if (end < 0) {
      noMoreCopyEnds = true;
      return;
    }
    at = start;
    add(TokenKind.COPY_DATA, start, end);
  }

  private int endOfCopyData(int from) {
    int i = from;
    while (i < length) {
      int lineStart = i + (text.startsWith("\r\n", i) ? 2 : 1);
      int lineEnd = endOfLine(Math.min(lineStart, length));
      if (lineEnd - lineStart == 2 && text.startsWith("\\.", lineStart)) {
        return lineEnd;
      }
      i = Math.max(lineEnd, i + 1);
    }
    return -1;
  }

  private int endOfLine(int from) {
    int end = from;
    while (end < length && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private boolean startsPlaceholder(int i) {
    if (i + 2 >= length || text.charAt(i) != '$' || text.charAt(i + 1) != '{') {
      return false;
    }
    for (int end = i + 2; end < length && end < i + 200; end++) {
      char c = text.charAt(end);
      if (c == '}') {
        return end > i + 2;
      }
      if (c == '\n' || c == '\r' || c == '{' || c == '\'') {
        return false;
      }
    }
    return false;
  }

  private boolean isDigit(int i) {
    return i < length && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u000B';
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || (c >= '0' && c <= '9') || c == '$';
  }
}
