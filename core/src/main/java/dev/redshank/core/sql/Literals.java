package dev.redshank.core.sql;

import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What string constants stand for. */
public final class Literals {
  private Literals() {}

  /**
   * The inside of a string constant as a text of its own, whose places lead back to the file.
   *
   * @return empty when the token is no string, or is one that is not closed
   */
  public static Optional<SourceText> inside(Tokens tokens, int index) {
    String text = tokens.text(index);
    int start = tokens.contentStart(index);
    if (tokens.is(index, TokenKind.DOLLAR_STRING)) {
      int tag = text.indexOf('$', 1) + 1;
      int end = text.length() - tag;
      SourceText.Segment body =
          new SourceText.Segment(0, end - tag, new Span(start + tag, start + end), true);
      return Optional.of(tokens.source().mapped(text.substring(tag, end), List.of(body)));
    }
    if (!tokens.is(index, TokenKind.STRING)) {
      return Optional.empty();
    }
    return Optional.of(new Unescaper(text, start).into(tokens.source()));
  }

  /** The value of a string constant; empty when the token is no string. */
  public static Optional<String> value(Tokens tokens, int index) {
    return inside(tokens, index).map(SourceText::content);
  }

  static String unicodeEscapes(String text, char escape) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int length = unicodeEscapeLength(text, i, escape);
      if (length == 0) {
        out.append(text.charAt(i++));
      } else if (text.charAt(i + 1) == escape) {
        out.append(escape);
        i += 2;
      } else {
        int digits = text.charAt(i + 1) == '+' ? i + 2 : i + 1;
        appendCodePoint(out, Integer.parseInt(text.substring(digits, i + length), 16));
        i += length;
      }
    }
    return out.toString();
  }

  private static void appendCodePoint(StringBuilder out, int codePoint) {
    out.appendCodePoint(Character.isValidCodePoint(codePoint) ? codePoint : 0xFFFD);
  }

  /** The length of the {@code \XXXX}, {@code \+XXXXXX} or {@code \\} at {@code at}; 0 where there is none. */
  private static int unicodeEscapeLength(String text, int at, char escape) {
    if (text.charAt(at) != escape || at + 1 >= text.length()) {
      return 0;
    }
    if (text.charAt(at + 1) == escape) {
      return 2;
    }
    boolean six = text.charAt(at + 1) == '+';
    int from = six ? at + 2 : at + 1;
    int end = from + (six ? 6 : 4);
    if (end > text.length()) {
      return 0;
    }
    for (int i = from; i < end; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return 0;
      }
    }
    return end - at;
  }

  /** Turns a constant in single quotes into its value, remembering where each part came from. */
  private static final class Unescaper {
    private final String text;
    private final int offset;
    private final boolean escapes;
    private final boolean unicode;
    private final StringBuilder value = new StringBuilder();
    private final List<SourceText.Segment> segments = new ArrayList<>();
    private int runStart;

    Unescaper(String text, int offset) {
      this.text = text;
      this.offset = offset;
      char first = text.charAt(0);
      this.escapes = first == 'E' || first == 'e';
      this.unicode = first == 'U' || first == 'u';
    }

    SourceText into(SourceText source) {
      int end = text.length() - 1;
      int i = text.indexOf('\'') + 1;
      runStart = i;
      while (i < end) {
        char c = text.charAt(i);
        if (c == '\'') {
          i = replace(i, 2, "'");
        } else if (escapes && c == '\\' && i + 1 < end) {
          i = escape(i);
        } else if (unicode && c == '\\' && unicodeEscapeLength(text, i, '\\') > 0) {
          int length = unicodeEscapeLength(text, i, '\\');
          i = replace(i, length, unicodeEscapes(text.substring(i, i + length), '\\'));
        } else {
          i++;
        }
      }
      flush(end);
      if (segments.isEmpty()) {
        segments.add(new SourceText.Segment(0, 0, new Span(offset + end, offset + end), true));
      }
      return source.mapped(value.toString(), segments);
    }

    private int escape(int at) {
      char c = text.charAt(at + 1);
      String plain = switch (c) {
        case 'n' -> "\n";
        case 't' -> "\t";
        case 'r' -> "\r";
        case 'b' -> "\b";
        case 'f' -> "\f";
        default -> String.valueOf(c);
      };
      return replace(at, 2, plain);
    }

    private int replace(int at, int length, String by) {
      flush(at);
      int start = value.length();
      value.append(by);
      Span origin = new Span(offset + at, offset + at + length);
      segments.add(new SourceText.Segment(start, by.length(), origin, false));
      runStart = at + length;
      return runStart;
    }

    private void flush(int end) {
      if (end > runStart) {
        int start = value.length();
        value.append(text, runStart, end);
        Span origin = new Span(offset + runStart, offset + end);
        segments.add(new SourceText.Segment(start, end - runStart, origin, true));
      }
    }
  }
}
