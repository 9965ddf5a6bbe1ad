package dev.redshank.core.report;

import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file around a span, with carets under it. */
final class CodeFrame {
  private static final int TAB = 4;
  private static final int MOST_LINES = 6;

  private final SourceText source;
  private final Span span;
  private final int width;

  CodeFrame(SourceText source, Span span, int width) {
    this.source = source;
    this.span = span;
    this.width = width;
  }

  /**
   * A row of the frame.
   *
   * @param number the line's number; empty for a row of carets and for lines left out
   */
  record Row(String number, String text, boolean carets) {}

  /** The rows: the lines of the span, the middle of a long one left out, with carets where it begins. */
  List<Row> rows() {
    int first = source.position(span.start()).line();
    int last = source.position(Math.max(span.start(), span.end() - 1)).line();
    List<Row> rows = new ArrayList<>();
    for (int number = first; number <= last; number++) {
      if (last - first >= MOST_LINES && number == first + MOST_LINES - 2) {
        rows.add(new Row("", "…", false));
        number = last;
      }
      addLine(rows, number, number == first);
    }
    return rows;
  }

  private void addLine(List<Row> rows, int number, boolean first) {
    Span line = source.line(number);
    String text = source.slice(line);
    int from = Math.max(span.start(), line.start()) - line.start();
    int to = Math.min(span.end(), line.end()) - line.start();
    Cells cells = new Cells(text, Math.max(20, width));
    rows.add(new Row(String.valueOf(number), cells.shown(from), false));
    if (first) {
      rows.add(new Row("", cells.carets(from, Math.max(from, to)), true));
    }
  }

  Position start() {
    return source.position(span.start());
  }

  /** A line as cells of a terminal: tabs expanded, control characters visible, cut to the width. */
  private static final class Cells {
    private final StringBuilder shown = new StringBuilder();
    /** The cell of each character; empty where each takes one. */
    private final int[] cellOf;

    private final int width;
    private int cut;

    Cells(String text, int width) {
      this.width = width;
      if (text.length() <= width && Printable.isPlain(text)) {
        this.cellOf = new int[0];
        shown.append(text);
        return;
      }
      this.cellOf = new int[text.length() + 1];
      int limit = Math.min(text.length(), 4_000);
      int cell = 0;
      for (int i = 0; i < limit; i++) {
        cellOf[i] = cell;
        char c = text.charAt(i);
        String piece = c == '\t' ? " ".repeat(TAB - cell % TAB) : Printable.of(String.valueOf(c));
        shown.append(piece);
        cell += Character.isLowSurrogate(c) ? 0 : Width.of(text, i, piece);
      }
      for (int i = limit; i <= text.length(); i++) {
        cellOf[i] = cell;
      }
    }

    /** The part of the line that holds the cell where the span begins. */
    String shown(int from) {
      if (shown.length() <= width) {
        return shown.toString().stripTrailing();
      }
      int start = cell(Math.min(from, cellOf.length - 1));
      cut = start < width / 2 ? 0 : start - width / 3;
      int end = Math.min(shown.length(), cut + width - 2);
      int begin = Math.min(cut, shown.length());
      String part = shown.substring(begin, end);
      return (cut > 0 ? "…" + part.substring(Math.min(1, part.length())) : part)
          + (end < shown.length() ? "…" : "");
    }

    private int cell(int index) {
      return cellOf.length == 0 ? index : cellOf[index];
    }

    String carets(int from, int to) {
      int start = Math.max(0, cell(from) - cut);
      int end = Math.min(cell(to) - cut, width - 1);
      return " ".repeat(start) + "^".repeat(Math.max(1, end - start));
    }
  }
}
