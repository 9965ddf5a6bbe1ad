package dev.redshank.core.report;

import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The lines of a file around a span, with carets under it, and the lines that others are on. */
final class CodeFrame {
  private static final int MOST_LINES = 6;
  private static final int NARROWEST_CODE = 20;
  private static final int NARROWEST_WORDS = 24;

  private final SourceText source;
  private final Span span;
  private final List<FrameLabel> labels;
  private final int width;

  CodeFrame(SourceText source, Span span, List<FrameLabel> labels, int width) {
    this.source = source;
    this.span = span;
    this.labels = labels;
    this.width = Math.max(NARROWEST_CODE, width);
  }

  /** What a row shows. */
  enum Kind {
    /** A line of the file. */
    CODE,
    /** Carets under the span, and what is said to it. */
    CARETS,
    /** A mark under another part, and what is said to it. */
    MARK,
    /** Lines that are left out. */
    GAP
  }

  /**
   * A row of the frame.
   *
   * @param number the line's number; empty for all but code
   */
  record Row(Kind kind, String number, String text) {}

  /**
   * The rows: the lines of the span, the middle of a long one left out, with carets where it begins, and
   * the first line of each other part.
   */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    int before = 0;
    for (int number : lines()) {
      if (before > 0 && number == before + 2) {
        addLine(rows, number - 1);
      } else if (before > 0 && number > before + 1) {
        rows.add(new Row(Kind.GAP, "", "…"));
      }
      addLine(rows, number);
      before = number;
    }
    return rows;
  }

  Position start() {
    return source.position(span.start());
  }

  private Iterable<Integer> lines() {
    int first = firstLine();
    int last = lastLine();
    List<Integer> own = new ArrayList<>();
    for (int number = first; number <= last; number++) {
      if (last - first >= MOST_LINES && number == first + MOST_LINES - 2) {
        number = last;
      }
      own.add(number);
    }
    if (labels.isEmpty()) {
      return own;
    }
    TreeSet<Integer> all = new TreeSet<>(own);
    for (FrameLabel label : labels) {
      all.add(lineOf(label));
    }
    return all;
  }

  private int firstLine() {
    return source.position(span.start()).line();
  }

  private int lastLine() {
    return source.position(Math.max(span.start(), span.end() - 1)).line();
  }

  private int lineOf(FrameLabel label) {
    return source.position(label.span().start()).line();
  }

  private void addLine(List<Row> rows, int number) {
    Span line = source.line(number);
    boolean own = number >= firstLine() && number <= lastLine();
    Span seen = own ? span : line;
    for (FrameLabel label : labels) {
      seen = !own && lineOf(label) == number ? label.span() : seen;
    }
    Cells cells = new Cells(source.slice(line), from(seen, line), width);
    rows.add(new Row(Kind.CODE, String.valueOf(number), cells.shown()));
    if (number == firstLine()) {
      mark(rows, Kind.CARETS, cells, span, line, ownMessage());
    }
    for (FrameLabel label : labels) {
      if (lineOf(label) == number && label.span().start() != span.start()) {
        mark(rows, Kind.MARK, cells, label.span(), line, label.message());
      }
    }
  }

  /** What is said of something that begins where the span does stands behind the carets. */
  private String ownMessage() {
    return labels.stream()
        .filter(label -> label.span().start() == span.start())
        .map(FrameLabel::message)
        .findFirst()
        .orElse("");
  }

  private static int from(Span span, Span line) {
    return Math.max(span.start(), line.start()) - line.start();
  }

  /** The words stand behind the mark where there is room, else under it. */
  private void mark(List<Row> rows, Kind kind, Cells cells, Span span, Span line, String message) {
    int from = from(span, line);
    int to = Math.max(from, Math.min(span.end(), line.end()) - line.start());
    int start = Math.min(cells.column(from), width - 1);
    int length = Math.max(1, cells.column(to) - start);
    String mark = " ".repeat(start) + (kind == Kind.CARETS ? "^" : "-").repeat(length);
    int room = width - start - length - 1;
    if (message.isEmpty()) {
      rows.add(new Row(kind, "", mark));
    } else if (Width.of(message) <= room) {
      rows.add(new Row(kind, "", mark + " " + message));
    } else {
      rows.add(new Row(kind, "", mark));
      int indent = Math.max(0, Math.min(start, width - NARROWEST_WORDS));
      for (String words : Wrap.lines(message, width - indent)) {
        rows.add(new Row(kind, "", " ".repeat(indent) + words));
      }
    }
  }
}
