package dev.redshank.core.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text at spaces. */
public final class Wrap {
  private Wrap() {}

  /** Lines of at most {@code width} columns, of a text without two spaces in a row; a longer word stands on its own. */
  public static List<String> lines(String text, int width) {
    if (text.length() <= width) {
      return List.of(text);
    }
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (text.length() - start > width) {
      int space = text.lastIndexOf(' ', start + width);
      if (space <= start) {
        space = text.indexOf(' ', start + width);
      }
      if (space < 0) {
        break;
      }
      lines.add(text.substring(start, space));
      start = space + 1;
    }
    lines.add(text.substring(start));
    return lines;
  }
}
