package dev.redshank.sandbox.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes texts that match a regular expression of the simple kind that checks hold: characters, classes, groups of which the first
 * branch is taken, and counts. What it does not understand it leaves alone; and the server tries whatever it makes.
 */
final class Patterns {
  private static final String DIGITS = "0123456789";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final int LONGEST = 64;

  /** How often something is repeated that may be repeated for ever. */
  private static final int OFTEN = 8;

  private final String pattern;
  private int at;

  private Patterns(String pattern) {
    this.pattern = pattern;
  }

  /** The given constant, with its quotes, read as a regular expression. */
  static Optional<Generator> generator(String constant) {
    String text =
        constant.substring(constant.indexOf('\'') + 1, constant.length() - 1).replace("''", "'");
    if (constant.startsWith("E") || constant.startsWith("e")) {
      text = text.replace("\\\\", "\\");
    }
    Patterns reader = new Patterns(text);
    List<String> places = new ArrayList<>();
    if (!reader.sequence(places) || reader.at < text.length() || places.size() > LONGEST) {
      return Optional.empty();
    }
    return Optional.of(generator(places));
  }

  /** Each place is a digit of a number, in the base of how many characters may stand there. */
  private static Generator generator(List<String> places) {
    long size = 1;
    for (String choices : places) {
      size = Math.min(Generator.PLENTY, size * choices.length());
    }
    return Generator.of(size, number -> {
      StringBuilder text = new StringBuilder("(''");
      long divisor = 1;
      for (int i = places.size() - 1; i >= 0; i--) {
        String choices = places.get(i);
        String digit = "(%s / %d) %% %d".formatted(number, divisor, choices.length());
        text.insert(
            1,
            choices.length() == 1
                ? Sql.constant(choices) + " || "
                : "substr(%s, (1 + %s)::int, 1) || ".formatted(Sql.constant(choices), digit));
        divisor = Math.min(Generator.PLENTY, divisor * choices.length());
      }
      return text.append(')').toString();
    });
  }

  /** Reads up to the end, a closing bracket or a bar; false where something is not understood. */
  private boolean sequence(List<String> places) {
    while (at < pattern.length() && pattern.charAt(at) != ')' && pattern.charAt(at) != '|') {
      List<String> atom = new ArrayList<>();
      if (!atom(atom)) {
        return false;
      }
      int times = times();
      if (times < 0) {
        return false;
      }
      for (int i = 0; i < times && places.size() <= LONGEST; i++) {
        places.addAll(atom);
      }
    }
    return true;
  }

  private boolean atom(List<String> places) {
    char c = pattern.charAt(at++);
    switch (c) {
      case '^', '$' -> {}
      case '.' -> places.add(LOWER);
      case '[' -> {
        return characters(places);
      }
      case '(' -> {
        return group(places);
      }
      case '\\' -> {
        return escape(places);
      }
      case '*', '+', '?', '{' -> {
        return false;
      }
      default -> places.add(String.valueOf(c));
    }
    return true;
  }

  private boolean escape(List<String> places) {
    if (at >= pattern.length()) {
      return false;
    }
    char c = pattern.charAt(at++);
    if (Character.isLetterOrDigit(c) && "dws".indexOf(c) < 0) {
      return false;
    }
    places.add(
        switch (c) {
          case 'd' -> DIGITS;
          case 'w' -> LOWER;
          case 's' -> " ";
          default -> String.valueOf(c);
        });
    return true;
  }

  private boolean group(List<String> places) {
    if (pattern.startsWith("?:", at)) {
      at += 2;
    }
    if (!sequence(places)) {
      return false;
    }
    List<String> ignored = new ArrayList<>();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      if (!sequence(ignored)) {
        return false;
      }
    }
    return at < pattern.length() && pattern.charAt(at++) == ')';
  }

  private boolean characters(List<String> places) {
    int close = pattern.indexOf(']', at + 1);
    if (close < 0 || pattern.charAt(at) == '^') {
      return false;
    }
    String inside =
        pattern.substring(at, close).replace("\\d", "0-9").replace("\\w", "a-z").replace("\\", "");
    if (inside.startsWith("[:")) {
      return false;
    }
    at = close + 1;
    StringBuilder choices = new StringBuilder();
    for (int i = 0; i < inside.length(); i++) {
      boolean range = i + 2 < inside.length() && inside.charAt(i + 1) == '-';
      char last = range ? inside.charAt(i + 2) : inside.charAt(i);
      for (char c = inside.charAt(i); c <= last; c++) {
        choices.append(c);
      }
      i += range ? 2 : 0;
    }
    places.add(choices.toString());
    return choices.length() > 0;
  }

  /** How often the atom before stands there; -1 where that is not understood. */
  private int times() {
    if (at >= pattern.length()) {
      return 1;
    }
    switch (pattern.charAt(at)) {
      case '*', '+' -> {
        at++;
        return OFTEN;
      }
      case '?' -> {
        at++;
        return 1;
      }
      case '{' -> {
        int close = pattern.indexOf('}', at);
        if (close < 0) {
          return -1;
        }
        String[] bounds = pattern.substring(at + 1, close).split(",", -1);
        at = close + 1;
        return number(bounds);
      }
      default -> {
        return 1;
      }
    }
  }

  private static int number(String... bounds) {
    try {
      int least = Integer.parseInt(bounds[0].strip());
      if (bounds.length < 2) {
        return least;
      }
      String most = bounds[1].strip();
      int upper = most.isEmpty() ? least + OFTEN : Integer.parseInt(most);
      return Math.max(least, Math.min(upper, OFTEN));
    } catch (NumberFormatException notUnderstood) {
      return -1;
    }
  }
}
