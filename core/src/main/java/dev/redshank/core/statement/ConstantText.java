package dev.redshank.core.statement;

import dev.redshank.core.sql.Literals;
import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The value of an expression that is a text known before it runs, with the places its characters came from. */
final class ConstantText {
  private static final int MAX_DEPTH = 20;

  private ConstantText() {}

  /** Strings, with {@code ||} in between, with casts, and {@code format} of such. */
  static Optional<SourceText> of(Tokens expression) {
    return of(expression, MAX_DEPTH);
  }

  private static Optional<SourceText> of(Tokens expression, int depth) {
    List<SourceText> parts = new ArrayList<>();
    int at = 0;
    while (depth > 0 && at < expression.size()) {
      int end = endOfTerm(expression, at);
      Optional<SourceText> part = term(expression.slice(at, end), depth);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
      boolean more = expression.isOperator(end, "||") && end + 1 < expression.size();
      if (!more && end < expression.size()) {
        return Optional.empty();
      }
      at = end + 1;
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(SourceText.joined(parts));
  }

  private static int endOfTerm(Tokens expression, int from) {
    int end = from;
    while (end < expression.size() && !expression.isOperator(end, "||")) {
      end = expression.is(end, TokenKind.OPEN) ? expression.afterMatching(end) : end + 1;
    }
    return end;
  }

  private static Optional<SourceText> term(Tokens written, int depth) {
    Tokens term = withoutCast(written);
    if (term.size() == 1) {
      return Literals.inside(term, 0);
    }
    boolean wrapped = term.is(term.size() - 1, TokenKind.CLOSE);
    if (term.is(0, TokenKind.OPEN) && wrapped) {
      return of(term.slice(1, term.size() - 1), depth - 1);
    }
    if (!term.is(1, TokenKind.OPEN) || !wrapped) {
      return Optional.empty();
    }
    List<Tokens> arguments = term.slice(2, term.size() - 1).splitAtCommas();
    if (term.isWord(0, "format") && !arguments.isEmpty()) {
      return of(arguments.get(0), depth - 1)
          .flatMap(template -> new Template(template, arguments, depth - 1).filled());
    }
    boolean name = term.isWord(0, "quote_ident") && arguments.size() == 1;
    return name ? argument('I', arguments.get(0), depth - 1) : Optional.empty();
  }

  private static Tokens withoutCast(Tokens term) {
    boolean text =
        term.isOperator(1, "::") && (term.isWord(2, "text") || term.isWord(2, "varchar"));
    return text && term.size() == 3 ? term.slice(0, 1) : term;
  }

  /** An argument of {@code format} as {@code %s}, {@code %I} or {@code %L} writes it. */
  private static Optional<SourceText> argument(char type, Tokens argument, int depth) {
    if (type == 's' && argument.size() == 1 && argument.is(0, TokenKind.NUMBER)) {
      return Optional.of(as(argument.text(0), argument));
    }
    Optional<SourceText> value = of(argument, depth);
    return switch (type) {
      case 's' -> value;
      case 'I' -> value.map(text -> quotedWhereNeeded(text, argument));
      default -> value.map(text -> as("'" + text.content().replace("'", "''") + "'", argument));
    };
  }

  private static SourceText quotedWhereNeeded(SourceText name, Tokens argument) {
    String quoted = Names.quoted(name.content());
    return quoted.equals(name.content()) ? name : as(quoted, argument);
  }

  /** A text that stands for all of {@code written}. */
  private static SourceText as(String text, Tokens written) {
    Span origin = new Span(written.contentStart(0), written.contentEnd(written.size() - 1));
    return written
        .source()
        .mapped(text, List.of(new SourceText.Segment(0, text.length(), origin, false)));
  }

  /** The first argument of {@code format} (<a
   * href="https://www.postgresql.org/docs/current/functions-string.html#FUNCTIONS-STRING-FORMAT">format</a>). */
  private static final class Template {
    private final SourceText template;
    private final String content;
    private final List<Tokens> arguments;
    private final int depth;
    private final List<SourceText> parts = new ArrayList<>();
    private int next = 1;

    Template(SourceText template, List<Tokens> arguments, int depth) {
      this.template = template;
      this.content = template.content();
      this.arguments = arguments;
      this.depth = depth;
    }

    Optional<SourceText> filled() {
      int start = 0;
      int percent = content.indexOf('%');
      while (percent >= 0) {
        parts.add(template.part(start, percent));
        int end = specifier(percent + 1);
        if (end < 0) {
          return Optional.empty();
        }
        start = end;
        percent = content.indexOf('%', end);
      }
      parts.add(template.part(start, content.length()));
      return Optional.of(SourceText.joined(parts));
    }

    /** The offset behind the specifier whose percent sign stands before {@code from}; -1 when it is not known. */
    private int specifier(int from) {
      int at = from;
      while (at < content.length() && Character.isDigit(content.charAt(at))) {
        at++;
      }
      if (at > from) {
        boolean position = at < content.length() && content.charAt(at) == '$' && at - from < 4;
        if (!position) {
          return -1;
        }
        next = Integer.parseInt(content.substring(from, at));
        at++;
      }
      return at < content.length() ? filled(at) : -1;
    }

    private int filled(int at) {
      char type = content.charAt(at);
      if (type == '%') {
        parts.add(template.part(at, at + 1));
        return at + 1;
      }
      boolean known = type == 's' || type == 'I' || type == 'L';
      if (!known || next < 1 || next >= arguments.size()) {
        return -1;
      }
      Optional<SourceText> value = argument(type, arguments.get(next++), depth);
      value.ifPresent(parts::add);
      return value.isPresent() ? at + 1 : -1;
    }
  }
}
