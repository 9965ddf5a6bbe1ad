package dev.redshank.core.report.sarif;

import dev.redshank.core.report.Printable;
import java.util.stream.Collectors;

/** Words as a message of SARIF, in which brackets may mean a link. */
final class MessageText {
  private MessageText() {}

  /** One line in which nothing is a link and no control character is left. */
  static String plain(String words) {
    String line = Printable.oneLine(words);
    return line.contains("](") ? escaped(line) : line;
  }

  /** The same for SQL, which keeps its lines and their indentation. */
  static String sql(String sql) {
    String lines = sql.lines().map(Printable::of).collect(Collectors.joining("\n"));
    return lines.contains("](") ? escaped(lines) : lines;
  }

  /** Words that lead to a related place of the same result. */
  static String link(String words, int id) {
    return "[" + escaped(Printable.oneLine(words)) + "](" + id + ")";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }
}
