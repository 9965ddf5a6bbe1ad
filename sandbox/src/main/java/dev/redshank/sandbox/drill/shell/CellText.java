package dev.redshank.sandbox.drill.shell;

import dev.redshank.core.report.Printable;
import dev.redshank.core.report.Width;
import java.util.Arrays;
import java.util.List;

/** Values as a terminal may show them. */
final class CellText {
  private static final int TAB = 8;

  private CellText() {}

  /** The lines of a value; there is at least one. */
  static List<String> lines(String value) {
    return Arrays.stream(value.replace("\r\n", "\n").split("\n", -1))
        .map(CellText::line)
        .toList();
  }

  /** A value on one line. */
  static String line(String value) {
    if (value.indexOf('\t') < 0) {
      return Printable.of(value);
    }
    StringBuilder text = new StringBuilder();
    int width = 0;
    for (String part : value.split("(?<=\t)")) {
      boolean tab = part.endsWith("\t");
      String shown = Printable.of(tab ? part.substring(0, part.length() - 1) : part);
      width += Width.of(shown);
      int space = tab ? TAB - width % TAB : 0;
      text.append(shown).append(" ".repeat(space));
      width += space;
    }
    return text.toString();
  }

  static String padded(String text, int width, boolean right) {
    String space = " ".repeat(Math.max(0, width - Width.of(text)));
    return right ? space + text : text + space;
  }

  static String centered(String text, int width) {
    int space = Math.max(0, width - Width.of(text));
    return " ".repeat(space / 2) + text + " ".repeat(space - space / 2);
  }

  /** The text, or what there is room for and an ellipsis. */
  static String cut(String text, int width) {
    if (Width.of(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int cells = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      String next = Character.toString(text.codePointAt(i));
      cells += Width.of(next);
      if (cells >= width) {
        break;
      }
      kept.append(next);
    }
    return kept + "…";
  }
}
