package dev.redshank.core.report.sarif;

import dev.redshank.core.report.Printable;

/** Words as a message of SARIF, in which brackets may mean a link. */
final class MessageText {
  private MessageText() {}

  /** One line in which nothing is a link and no control character is left. */
  static String plain(String words) {
    String line = Printable.oneLine(words);
    boolean likeLink = line.contains("](");
    return likeLink ? line.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]") : line;
  }

  /** Words that lead to a related place of the same result. */
  static String link(String words, int id) {
    String line =
        Printable.oneLine(words).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    return "[" + line + "](" + id + ")";
  }
}
