package dev.redshank.core.report;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Makes text from SQL harmless in Markdown as GitHub and GitLab read it: it becomes no markup, no HTML, no link, no
 * mention and no reference, in a table's cell neither.
 */
final class Markdown {
  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_CODE = 300;
  private static final int LONGEST_LINE = 1_000;
  private static final int MOST_LINES = 60;

  /**
   * Mentions and references are looked for in what Markdown has become, where no escape is left. A zero-width space
   * between sign and name is seen by nobody but that search.
   */
  private static final String GUARD = "&#8203;";

  private Markdown() {}

  /** The text on one line, for anywhere but the beginning of a line. */
  static String text(String text) {
    String line = clipped(Printable.oneLine(text), LONGEST_TEXT);
    StringBuilder out = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      add(out, line, i);
    }
    return out.toString();
  }

  private static void add(StringBuilder out, String line, int i) {
    char c = line.charAt(i);
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '|' -> out.append("&#124;");
      case '\\', '`', '*', '[', ']' -> out.append('\\').append(c);
      case '_' -> out.append(isInsideWord(line, i) ? "_" : "\\_");
      case '.' -> out.append(isBehind(line, i, "www") ? GUARD : "").append('.');
      case '-' -> out.append('-').append(isBehind(line, i, "gh") ? GUARD : "");
      case '~' -> guarded(out, "\\~", line, i);
      case '&' -> guarded(out, "&amp;", line, i);
      case '$' -> guarded(out, "&#36;", line, i);
      case '@', '#', '!', '%', '^', ':' -> guarded(out, String.valueOf(c), line, i);
      default -> out.append(c);
    }
  }

  private static void guarded(StringBuilder out, String sign, String line, int i) {
    boolean alone = i + 1 == line.length() || line.charAt(i + 1) == ' ';
    out.append(sign).append(alone ? "" : GUARD);
  }

  /** There an underscore begins and ends no emphasis. */
  private static boolean isInsideWord(String line, int i) {
    return i > 0
        && i + 1 < line.length()
        && Character.isLetterOrDigit(line.charAt(i - 1))
        && Character.isLetterOrDigit(line.charAt(i + 1));
  }

  private static boolean isBehind(String line, int i, String word) {
    return line.regionMatches(true, i - word.length(), word, 0, word.length());
  }

  /** A name as code; where it holds what could end the code or a table's cell, as text. */
  static String code(String name) {
    String line = clipped(Printable.oneLine(name), LONGEST_CODE);
    boolean tame =
        !line.isBlank() && line.chars().noneMatch(c -> c == '`' || c == '|' || c == '\\');
    return tame ? "`" + line + "`" : text(line);
  }

  /** Lines of SQL as a block that none of them can end. */
  static String block(List<String> sql) {
    StringBuilder out = new StringBuilder();
    int longest = 2;
    int lines = Math.min(sql.size(), MOST_LINES);
    for (String line : sql.subList(0, lines)) {
      String shown = clipped(Printable.of(line), LONGEST_LINE);
      longest = Math.max(longest, longestRunOfBackticks(shown));
      out.append(isQuickAction(shown) ? " " : "").append(shown).append('\n');
    }
    if (lines < sql.size()) {
      out.append("-- … ").append(Count.of(sql.size() - lines, "more line")).append('\n');
    }
    String fence = "`".repeat(longest + 1);
    return fence + "sql\n" + out + fence + "\n";
  }

  /** GitLab obeys a line such as {@code /merge}, and finds out by rules of its own what is code. */
  private static boolean isQuickAction(String line) {
    return line.length() > 1 && line.charAt(0) == '/' && Character.isLetter(line.charAt(1));
  }

  private static int longestRunOfBackticks(String line) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < line.length(); i++) {
      run = line.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static String clipped(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end) + "…";
  }

  /** How long it is in UTF-8: no platform counts higher. */
  static int size(CharSequence markdown) {
    return markdown.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
