package dev.redshank.core.sql;

import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tokens of a source text in growing arrays: an object a token would cost more than reading it. */
final class TokenTable {
  /** Tells an ASCII letter in lower case from the same in upper case. */
  private static final int CASE_BIT = 0x20;

  private static final TokenKind[] KINDS = TokenKind.values();

  final SourceText source;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private byte[] kinds = new byte[64];
  private int size;
  private final List<Span> comments = new ArrayList<>();

  TokenTable(SourceText source) {
    this.source = source;
  }

  void add(TokenKind kind, int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      kinds = Arrays.copyOf(kinds, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    kinds[size++] = (byte) kind.ordinal();
  }

  /** Makes a token another kind, unless nothing closes it. */
  void retag(int index, TokenKind kind) {
    if (kind(index) != TokenKind.UNTERMINATED) {
      kinds[index] = (byte) kind.ordinal();
    }
  }

  void addComment(int start, int end) {
    comments.add(source.toFile(start, end));
  }

  int size() {
    return size;
  }

  TokenKind kind(int index) {
    return KINDS[kinds[index]];
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }

  List<Span> comments() {
    return comments;
  }

  /**
   * Whether a token is this key word, which is given in ASCII. Only ASCII letters are the same in both cases, as in PostgreSQL:
   * a long s is no S.
   */
  boolean isWord(int index, String word) {
    if (index >= size) {
      return false;
    }
    int start = starts[index];
    int length = word.length();
    if (ends[index] - start != length || kind(index) != TokenKind.WORD) {
      return false;
    }
    String content = source.content();
    for (int i = 0; i < length; i++) {
      if ((content.charAt(start + i) | CASE_BIT) != (word.charAt(i) | CASE_BIT)) {
        return false;
      }
    }
    return true;
  }
}
