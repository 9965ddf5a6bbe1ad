package dev.redshank.core.report;

/** A line of code as cells of a terminal: tabs expanded, control characters visible, cut to the width. */
final class Cells {
  private static final int TAB = 4;
  private static final int LONGEST = 4_000;
  private static final int[] PLAIN = {};

  private final String shown;
  private final int width;
  /** The cell of each character of the line and of its end; empty where each takes one. */
  private final int[] cellOf;
  /** Where each character stands in {@code shown}. */
  private final int[] shownAt;
  /** How many cells are cut off in front. */
  private final int cut;

  /**
   * @param from the character that must be seen; what is far before and behind it is cut off a long line
   */
  Cells(String text, int from, int width) {
    this.width = width;
    if (text.length() <= width && Printable.isPlain(text)) {
      this.shown = text;
      this.cellOf = PLAIN;
      this.shownAt = PLAIN;
      this.cut = 0;
      return;
    }
    int length = text.length();
    this.cellOf = new int[length + 1];
    this.shownAt = new int[length + 1];
    StringBuilder printed = new StringBuilder();
    int cell = 0;
    for (int i = 0; i < length; i++) {
      cellOf[i] = cell;
      shownAt[i] = printed.length();
      if (i < LONGEST) {
        cell += print(text, i, cell, printed);
      }
    }
    cellOf[length] = cell;
    shownAt[length] = printed.length();
    this.shown = printed.toString();
    int start = cellOf[Math.min(from, length)];
    this.cut = cell <= width || start < width / 2 ? 0 : start - width / 3;
  }

  /** Prints a character, and says how many cells it takes; a surrogate pair takes them with its first half. */
  private static int print(String text, int index, int cell, StringBuilder printed) {
    char c = text.charAt(index);
    String piece = c == '\t' ? " ".repeat(TAB - cell % TAB) : Printable.of(String.valueOf(c));
    printed.append(piece);
    boolean second = Character.isLowSurrogate(c)
        && index > 0
        && Character.isHighSurrogate(text.charAt(index - 1));
    return second ? 0 : Width.of(text, index, piece);
  }

  /** The line, or the part of it that there is room for, with an ellipsis where some is cut off. */
  String shown() {
    int length = cellOf.length - 1;
    if (cellOf.length == 0 || cellOf[length] <= width) {
      return shown.stripTrailing();
    }
    boolean cutBehind = cellOf[length] - cut > width;
    int begin = cut > 0 ? firstFrom(cut + 1) : 0;
    int end = cutBehind ? lastUpTo(cut + width - 1) : length;
    return (cut > 0 ? "…" + " ".repeat(cellOf[begin] - cut - 1) : "")
        + shown.substring(shownAt[begin], shownAt[Math.max(begin, end)])
        + (cutBehind ? "…" : "");
  }

  private int firstFrom(int cell) {
    int index = 0;
    while (index < cellOf.length - 1 && (cellOf[index] < cell || isSecondHalf(index))) {
      index++;
    }
    return index;
  }

  private boolean isSecondHalf(int index) {
    return Character.isLowSurrogate(shown.charAt(shownAt[index]));
  }

  private int lastUpTo(int cell) {
    int index = cellOf.length - 1;
    while (index > 0 && cellOf[index] > cell) {
      index--;
    }
    return index;
  }

  /** Where a character is shown, or the edge beyond which it is. */
  int column(int index) {
    int cell = cellOf.length == 0 ? index : cellOf[index];
    return Math.max(0, Math.min(cell - cut, width));
  }
}
