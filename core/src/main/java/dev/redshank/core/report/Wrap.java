package dev.redshank.core.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text at spaces. */
public final class Wrap {
  private Wrap() {}

  /** Lines of at most {@code width} columns; a longer word stands on its own. */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (line.length() > 0) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
