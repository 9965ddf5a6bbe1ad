package dev.redshank.core.statement;

import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A place in the tokens of a statement that moves forward as they are read. What has to follow and does not is told by
 * {@link UnexpectedToken}. Indexes are those of the whole statement, in a cursor over a part of it too.
 */
final class TokenCursor {
  private static final int LONGEST_QUOTE = 40;

  private final Tokens tokens;
  private final Brackets brackets;
  private final List<ObjectName> named;
  private final int limit;
  private int at;
  private int wordsFrom = -1;
  private int wordsTo = -1;

  TokenCursor(Tokens tokens) {
    this(tokens, new Brackets(tokens), new ArrayList<>(), 0, tokens.size());
  }

  private TokenCursor(
      Tokens tokens, Brackets brackets, List<ObjectName> named, int from, int limit) {
    this.tokens = tokens;
    this.brackets = brackets;
    this.named = named;
    this.at = from;
    this.limit = limit;
  }

  /** The tokens of the whole statement. */
  Tokens tokens() {
    return tokens;
  }

  /** The place of the whole statement. */
  Span statementSpan() {
    return tokens.span();
  }

  /** Every name of an object that was read so far, by cursors over parts too. */
  List<ObjectName> namedObjects() {
    return named;
  }

  /** The index of the next token. */
  int position() {
    return at;
  }

  /** Goes to a {@link #position()} of before. */
  void reset(int position) {
    at = position;
  }

  /** Steps over tokens without looking at them. */
  void skip(int count) {
    at = Math.min(at + count, limit);
  }

  /** The index behind the last token that this cursor may read. */
  int limit() {
    return limit;
  }

  boolean atEnd() {
    return at >= limit;
  }

  /** Whether these key words come next. */
  boolean at(String... words) {
    return at + words.length <= limit && tokens.areWords(at, words);
  }

  /** Whether this key word stands {@code ahead} tokens ahead. */
  boolean ahead(int ahead, String word) {
    return at + ahead < limit && tokens.isWord(at + ahead, word);
  }

  boolean at(TokenKind kind) {
    return at < limit && tokens.is(at, kind);
  }

  boolean ahead(int ahead, TokenKind kind) {
    return at + ahead < limit && tokens.is(at + ahead, kind);
  }

  boolean atOperator(String operator) {
    return at < limit && tokens.isOperator(at, operator);
  }

  /** Whether one of these key words comes next. */
  boolean atAny(String... words) {
    for (String word : words) {
      if (at(word)) {
        return true;
      }
    }
    return false;
  }

  /** Steps over these key words if all of them come next. */
  boolean accept(String... words) {
    if (!at(words)) {
      return false;
    }
    wordsFrom = wordsTo == at ? wordsFrom : at;
    at += words.length;
    wordsTo = at;
    return true;
  }

  boolean acceptAny(String... words) {
    for (String word : words) {
      if (accept(word)) {
        return true;
      }
    }
    return false;
  }

  boolean accept(TokenKind kind) {
    if (!at(kind)) {
      return false;
    }
    at++;
    return true;
  }

  boolean acceptOperator(String operator) {
    if (!atOperator(operator)) {
      return false;
    }
    at++;
    return true;
  }

  void expect(String... words) {
    if (!accept(words)) {
      throw unexpected(String.join(" ", words));
    }
  }

  void expect(TokenKind kind, String what) {
    if (!accept(kind)) {
      throw unexpected(what);
    }
  }

  /** Tells that the statement has to end here. */
  void expectEnd() {
    if (!atEnd()) {
      throw unexpected("the end");
    }
  }

  /** The next token as it is written, in upper case; empty at the end. */
  String word() {
    return at(TokenKind.WORD) ? tokens.text(at).toUpperCase(Locale.ROOT) : "";
  }

  /** The next token's text, which is stepped over. */
  String text(String what) {
    if (atEnd()) {
      throw unexpected(what);
    }
    return tokens.text(at++);
  }

  boolean atName() {
    return at < limit && isName(at) && !ReservedWords.contains(tokens, at);
  }

  /** A simple name: no reserved word, unless in quotes. */
  Identifier identifier(String what) {
    if (atName()) {
      return nextName();
    }
    UnexpectedToken problem = unexpected(what);
    boolean reserved = !atEnd() && ReservedWords.contains(tokens, at);
    throw reserved ? new UnexpectedToken(problem.reason() + ", a reserved word") : problem;
  }

  /** A name where the grammar takes any word, reserved ones too. */
  Identifier label(String what) {
    if (atEnd() || !isName(at)) {
      throw unexpected(what);
    }
    return nextName();
  }

  /** The name of an object, with one to three parts. */
  ObjectName name(String what) {
    ObjectName name = qualified(what);
    named.add(name);
    return name;
  }

  /** Like {@link #name}, for what is no relation or the like and is not unknown when the rest is not understood. */
  ObjectName qualified(String what) {
    int start = at;
    Identifier last = identifier(what);
    Optional<String> schema = Optional.empty();
    while (at(TokenKind.DOT) && at + 1 < limit && isName(at + 1)) {
      at++;
      schema = Optional.of(last.name());
      last = nextName();
    }
    return new ObjectName(schema, last.name(), tokens.span(start, at - 1));
  }

  /** Names with commas in between. */
  List<ObjectName> names(String what) {
    List<ObjectName> names = new ArrayList<>();
    do {
      names.add(name(what));
    } while (accept(TokenKind.COMMA));
    return names;
  }

  /** {@code (a, b, c)}. */
  List<Identifier> columnList() {
    TokenCursor inside = brackets("a list of columns in parentheses");
    List<Identifier> columns = new ArrayList<>();
    do {
      columns.add(inside.identifier("a column name"));
    } while (inside.accept(TokenKind.COMMA));
    inside.expectEnd();
    return columns;
  }

  /** A cursor over the inside of the parentheses that come next; this one steps behind them. */
  TokenCursor brackets(String what) {
    if (!at(TokenKind.OPEN) && !at(TokenKind.OPEN_BRACKET)) {
      throw unexpected(what);
    }
    int close = brackets.closing(at, limit);
    if (close == limit) {
      throw new UnexpectedToken("nothing closes the «" + tokens.text(at) + "» " + behind());
    }
    TokenCursor inside = new TokenCursor(tokens, brackets, named, at + 1, close);
    at = close + 1;
    return inside;
  }

  /** Steps over the next token, and over all between them if it opens brackets. */
  void skipBalanced() {
    if (at(TokenKind.OPEN) || at(TokenKind.OPEN_BRACKET)) {
      at = Math.min(brackets.closing(at, limit) + 1, limit);
    } else {
      skip(1);
    }
  }

  /** A cursor over the tokens up to the next comma outside brackets; this one stops at that comma. */
  TokenCursor untilComma() {
    int start = at;
    while (!atEnd() && !at(TokenKind.COMMA)) {
      skipBalanced();
    }
    return new TokenCursor(tokens, brackets, named, start, at);
  }

  /** A cursor without the last word of this one, if that is {@code word}; otherwise this one itself. */
  TokenCursor withoutLast(String word) {
    boolean last = limit - 1 > at && tokens.isWord(limit - 1, word);
    return last ? new TokenCursor(tokens, brackets, named, at, limit - 1) : this;
  }

  /** The tokens from {@code start} to here. */
  Tokens tokensFrom(int start) {
    return tokens.slice(start, at);
  }

  /** The tokens from here to the end; this cursor goes there. */
  Tokens rest() {
    int start = at;
    at = limit;
    return tokens.slice(start, limit);
  }

  /** The rest as an expression, which must not be empty. */
  SqlExpression restAsExpression(String what) {
    if (atEnd()) {
      throw unexpected(what);
    }
    return new SqlExpression(rest());
  }

  /** The place from the token at {@code start} to the last that was read. */
  Span spanFrom(int start) {
    return tokens.span(start, Math.max(start, at - 1));
  }

  /** The problem that {@code what} does not come next, in words for people. */
  UnexpectedToken unexpected(String what) {
    String place = behind();
    String found = at < tokens.size() ? quote(at) : "the end";
    return new UnexpectedToken(
        "expected " + what + (place.isEmpty() ? "" : " " + place) + ", found " + found);
  }

  private String behind() {
    if (at == 0) {
      return "";
    }
    if (wordsTo != at) {
      return "behind " + quote(at - 1);
    }
    StringBuilder words = new StringBuilder("behind");
    for (int i = wordsFrom; i < wordsTo; i++) {
      words.append(' ').append(tokens.text(i).toUpperCase(Locale.ROOT));
    }
    return words.toString();
  }

  /** Long constants, and those of several lines, would hide the sentence that they stand in. */
  private String quote(int index) {
    String text = tokens.text(index);
    int end = Math.min(text.length(), LONGEST_QUOTE);
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) < ' ') {
        end = i;
      }
    }
    return "«" + text.substring(0, end) + (end < text.length() ? "…" : "") + "»";
  }

  private Identifier nextName() {
    int next = at + Names.tokenCount(tokens, at);
    Identifier name = new Identifier(Names.of(tokens, at), tokens.span(at, next - 1));
    at = next;
    return name;
  }

  /** A variable of psql or of a driver may stand for a name, too. */
  private boolean isName(int index) {
    TokenKind kind = tokens.kind(index);
    return kind == TokenKind.WORD
        || kind == TokenKind.QUOTED_NAME
        || (kind == TokenKind.PARAMETER && tokens.text(index).startsWith(":"));
  }
}
