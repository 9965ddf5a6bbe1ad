package dev.redshank.core.lint;

import dev.redshank.core.finding.RuleId;
import dev.redshank.core.text.Nearest;
import dev.redshank.core.text.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a comment suppresses: {@code redshank:allow RULE[, RULE] reason="…" [until=YYYY-MM-DD]}.
 *
 * @param about the statement; empty for the whole file
 * @param wholeFile whether it is about the whole file
 * @param names the rules; of Squawk where {@code squawk} is
 * @param mistake why it cannot be read
 */
record SuppressionComment(
    Span span,
    Optional<Span> about,
    boolean wholeFile,
    boolean squawk,
    List<String> names,
    Optional<String> reason,
    Optional<LocalDate> until,
    Optional<String> mistake) {
  static final String MARK = "redshank:";
  static final String SQUAWK = "squawk-ignore";

  private static final List<String> VERBS = List.of("allow", "allow-file");
  private static final List<String> SETTINGS = List.of("reason", "until");

  /** Whether a text may hold one; saves reading the others. */
  static boolean mayBeIn(String text, boolean squawk) {
    return text.contains(MARK) || (squawk && text.contains(SQUAWK));
  }

  /** What a comment says; empty for one that is about something else. */
  static Optional<SuppressionComment> of(Remarks.Remark remark, String comment, boolean squawk) {
    String words = words(comment);
    if (words.startsWith(MARK)) {
      return Optional.of(new Words(words.substring(MARK.length())).read(remark));
    }
    if (squawk && words.startsWith(SQUAWK)) {
      return squawk(remark, words.substring(SQUAWK.length()));
    }
    return Optional.empty();
  }

  /** A comment without its dashes or slashes and stars. */
  private static String words(String comment) {
    int start = 0;
    int end = comment.length();
    if (comment.startsWith("/*")) {
      end -= comment.endsWith("*/") ? 2 : 0;
    }
    while (start < end && " \t-/*".indexOf(comment.charAt(start)) >= 0) {
      start++;
    }
    return comment.substring(start, Math.max(start, end)).strip();
  }

  private static Optional<SuppressionComment> squawk(Remarks.Remark remark, String rest) {
    boolean file = rest.startsWith("-file");
    String names = file ? rest.substring("-file".length()) : rest;
    boolean other = !names.isEmpty() && !Character.isWhitespace(names.charAt(0));
    if (other || (names.isBlank() && !file)) {
      return Optional.empty();
    }
    List<String> rules = List.of(names.strip().split("\\s*,\\s*")).stream()
        .filter(s -> !s.isEmpty())
        .toList();
    return Optional.of(new SuppressionComment(
        remark.span(),
        file ? Optional.empty() : remark.about(),
        file,
        true,
        rules,
        Optional.empty(),
        Optional.empty(),
        Optional.empty()));
  }

  /** Whether it reaches a finding at a place. */
  boolean reaches(Span place) {
    return wholeFile
        || about
            .map(span -> span.start() <= place.start() && place.start() <= span.end())
            .orElse(false);
  }

  boolean names(RuleId rule) {
    return names.contains(rule.value());
  }

  /** The words behind the mark, read from left to right. */
  private static final class Words {
    private final String text;
    private int at;
    private Optional<String> reason = Optional.empty();
    private Optional<LocalDate> until = Optional.empty();
    private Optional<String> mistake = Optional.empty();

    Words(String text) {
      this.text = text;
    }

    SuppressionComment read(Remarks.Remark remark) {
      String verb = word();
      List<String> names = new java.util.ArrayList<>();
      if (!VERBS.contains(verb)) {
        mistake("'redshank:%s' is not known.%s".formatted(verb, Nearest.hint(verb, VERBS)));
      } else {
        names(names);
        while (mistake.isEmpty() && !isAtEnd()) {
          setting();
        }
      }
      boolean file = verb.equals("allow-file");
      return new SuppressionComment(
          remark.span(),
          file ? Optional.empty() : remark.about(),
          file,
          false,
          List.copyOf(names),
          reason,
          until,
          mistake);
    }

    private void names(List<String> names) {
      do {
        String name = word();
        if (name.isEmpty() || SETTINGS.contains(name)) {
          mistake("it names no rule where one is expected");
          return;
        }
        names.add(name);
      } while (takes(','));
    }

    private void setting() {
      String key = word();
      if (!takes('=')) {
        mistake(withoutValue(key));
        return;
      }
      Optional<String> value = value();
      if (value.isEmpty()) {
        mistake("the quote behind %s= is not closed".formatted(key));
      } else if (key.equals("reason")) {
        reason = value.filter(words -> !words.isBlank());
      } else if (key.equals("until")) {
        until = day(value.get());
      } else {
        mistake("'%s' is not known.%s".formatted(key, Nearest.hint(key, SETTINGS)));
      }
    }

    private String withoutValue(String key) {
      if (key.isEmpty()) {
        return "it goes on with '%s'".formatted(text.substring(at));
      }
      return SETTINGS.contains(key)
          ? "'%s' is followed by no value: write %s=\"…\"".formatted(key, key)
          : "'%s' is not expected here: commas stand between rules, and quotes around a reason"
              .formatted(key);
    }

    private Optional<LocalDate> day(String value) {
      try {
        return Optional.of(LocalDate.parse(value));
      } catch (java.time.DateTimeException noSuchDay) {
        mistake("there is no day '%s': write until=2027-01-31".formatted(value));
        return Optional.empty();
      }
    }

    /** A value in quotes, in which a backslash keeps the next character, or one without spaces. */
    private Optional<String> value() {
      char quote = at < text.length() ? text.charAt(at) : ' ';
      if (quote != '"' && quote != '\'') {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
          at++;
        }
        return Optional.of(text.substring(start, at));
      }
      StringBuilder value = new StringBuilder();
      for (at++; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == quote) {
          at++;
          return Optional.of(value.toString());
        }
        if (c == '\\' && at + 1 < text.length()) {
          at++;
          c = text.charAt(at);
        }
        value.append(c);
      }
      return Optional.empty();
    }

    private String word() {
      skipSpace();
      int start = at;
      while (at < text.length() && isWordPart(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }

    private static boolean isWordPart(char c) {
      return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    private boolean takes(char wanted) {
      skipSpace();
      boolean found = at < text.length() && text.charAt(at) == wanted;
      at += found ? 1 : 0;
      return found;
    }

    private boolean isAtEnd() {
      skipSpace();
      return at == text.length();
    }

    private void skipSpace() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    private void mistake(String words) {
      mistake = mistake.or(() -> Optional.of(words));
    }
  }
}
