package dev.redshank.core.sql;

import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;

/** A run of consecutive tokens of one source text. Views share their arrays, so cutting one is cheap. */
public final class Tokens {
  private final TokenTable table;
  private final int from;
  private final int to;

  Tokens(TokenTable table, int from, int to) {
    this.table = table;
    this.from = from;
    this.to = to;
  }

  /** The text that the tokens were read from. */
  public SourceText source() {
    return table.source;
  }

  public int size() {
    return to - from;
  }

  public boolean isEmpty() {
    return from == to;
  }

  /** What token {@code index} is; behind the last token, {@link TokenKind#SEMICOLON}. */
  public TokenKind kind(int index) {
    return index >= 0 && index < size() ? table.kind(from + index) : TokenKind.SEMICOLON;
  }

  public boolean is(int index, TokenKind kind) {
    return index >= 0 && index < size() && table.kind(from + index) == kind;
  }

  /** Whether token {@code index} is this key word, in any case and without quotes. */
  public boolean isWord(int index, String word) {
    return index >= 0 && index < size() && table.isWord(from + index, word);
  }

  /** Whether the tokens from {@code index} on are these key words. */
  public boolean areWords(int index, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!isWord(index + i, words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether token {@code index} is this operator. */
  public boolean isOperator(int index, String operator) {
    return is(index, TokenKind.OPERATOR) && text(index).equals(operator);
  }

  /** Token {@code index} as it is written. */
  public String text(int index) {
    return table.source.content().substring(table.start(from + index), table.end(from + index));
  }

  /** Where token {@code index} begins in {@link SourceText#content()}. */
  public int contentStart(int index) {
    return table.start(from + index);
  }

  /** Where token {@code index} ends in {@link SourceText#content()}. */
  public int contentEnd(int index) {
    return table.end(from + index);
  }

  /** The place of token {@code index} in the file. */
  public Span span(int index) {
    return table.source.toFile(contentStart(index), contentEnd(index));
  }

  /** The place in the file from token {@code first} to token {@code last}, both included. */
  public Span span(int first, int last) {
    return table.source.toFile(contentStart(first), contentEnd(last));
  }

  /** The place of all tokens. There must be one. */
  public Span span() {
    return span(0, size() - 1);
  }

  /** The tokens from {@code start} up to {@code end}, which is not included. */
  public Tokens slice(int start, int end) {
    return new Tokens(table, from + start, from + Math.max(start, end));
  }

  /** The text from the first token to the last as it is written, with the comments in between. */
  public String sql() {
    return isEmpty()
        ? ""
        : table.source.content().substring(contentStart(0), contentEnd(size() - 1));
  }

  /** The index behind the bracket that closes the one at {@code open}; {@link #size()} if none does. */
  public int afterMatching(int open) {
    int depth = 0;
    for (int i = open; i < size(); i++) {
      TokenKind kind = kind(i);
      if (kind == TokenKind.OPEN || kind == TokenKind.OPEN_BRACKET) {
        depth++;
      } else if (kind == TokenKind.CLOSE || kind == TokenKind.CLOSE_BRACKET) {
        depth--;
        if (depth <= 0) {
          return i + 1;
        }
      }
    }
    return size();
  }

  /** The parts between the commas outside all brackets; none where there is no token. */
  public List<Tokens> splitAtCommas() {
    List<Tokens> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < size(); i++) {
      switch (kind(i)) {
        case OPEN, OPEN_BRACKET -> depth++;
        case CLOSE, CLOSE_BRACKET -> depth--;
        case COMMA -> {
          if (depth == 0) {
            parts.add(slice(start, i));
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    if (start < size()) {
      parts.add(slice(start, size()));
    }
    return parts;
  }

  /** The statement's words in one canonical form: no comments, single spaces, unquoted words in lower case. */
  public String normalized() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size(); i++) {
      if (i > 0) {
        text.append(' ');
      }
      text.append(is(i, TokenKind.WORD) ? Names.fold(text(i)) : text(i));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return sql();
  }
}
