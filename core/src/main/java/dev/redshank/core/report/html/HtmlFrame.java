package dev.redshank.core.report.html;

import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Lines of a file around some places in it, each place marked. */
final class HtmlFrame {
  /** Of a longer place the beginning and the last line are shown. */
  private static final int MOST_LINES = 8;

  private static final int MOST_MARKS = 20;
  private static final int LONGEST_LINE = 600;

  private final SourceText source;
  private final List<Mark> marks;
  private final StringBuilder html = new StringBuilder();

  private HtmlFrame(SourceText source, List<Mark> marks) {
    this.source = source;
    this.marks = marks;
  }

  /**
   * A place to be marked.
   *
   * @param style a class of the style sheet
   * @param label what is said below it; empty for nothing
   */
  record Mark(Span span, String style, String label) {}

  /** The frame; where places lie in each other, the first of the list is seen. */
  static String of(SourceText source, List<Mark> marks) {
    List<Mark> shown = marks.size() <= MOST_MARKS ? marks : marks.subList(0, MOST_MARKS);
    return new HtmlFrame(source, shown).frame();
  }

  private String frame() {
    html.append("<div class=\"frame\">\n");
    int before = 0;
    for (int line : lines()) {
      if (before > 0 && line > before + 1) {
        row("gap", "", "⋯");
      }
      code(line);
      before = line;
    }
    return html.append("</div>\n").toString();
  }

  /** Those of each place, the middle of a long one left out, and one around it that is not empty. */
  private TreeSet<Integer> lines() {
    TreeSet<Integer> lines = new TreeSet<>();
    for (Mark mark : marks) {
      int first = firstLine(mark);
      int last =
          source.position(Math.max(mark.span.start(), mark.span.end() - 1)).line();
      for (int line = first; line <= Math.min(last, first + MOST_LINES); line++) {
        lines.add(line);
      }
      lines.add(last);
      addContext(first - 1, lines);
      addContext(last + 1, lines);
    }
    return lines;
  }

  private void addContext(int line, TreeSet<Integer> lines) {
    boolean exists = line >= 1 && line <= source.lineCount();
    if (exists && !source.slice(source.line(line)).isBlank()) {
      lines.add(line);
    }
  }

  private int firstLine(Mark mark) {
    return source.position(mark.span.start()).line();
  }

  private void code(int number) {
    Span line = source.line(number);
    Span part = cut(line);
    String before = part.start() > line.start() ? "<i>…</i>" : "";
    String behind = part.end() < line.end() ? "<i>…</i>" : "";
    row("code", String.valueOf(number), before + marked(part) + behind);
    for (Mark mark : marks) {
      if (!mark.label.isEmpty() && firstLine(mark) == number) {
        row("label " + mark.style, "", Html.text(mark.label));
      }
    }
  }

  /** The part of a long line in which something is marked. */
  private Span cut(Span line) {
    if (line.length() <= LONGEST_LINE) {
      return line;
    }
    int at = marks.stream()
        .map(Mark::span)
        .filter(span -> span.start() < line.end() && line.start() <= span.start())
        .mapToInt(Span::start)
        .findFirst()
        .orElse(line.start());
    int start = Math.max(line.start(), at - LONGEST_LINE / 4);
    return new Span(start, Math.min(line.end(), start + LONGEST_LINE));
  }

  private String marked(Span part) {
    TreeSet<Integer> borders = new TreeSet<>(List.of(part.start(), part.end()));
    for (Mark mark : marks) {
      borders.add(Math.min(Math.max(mark.span.start(), part.start()), part.end()));
      borders.add(Math.min(Math.max(mark.span.end(), part.start()), part.end()));
    }
    StringBuilder line = new StringBuilder();
    List<Integer> ends = new ArrayList<>(borders);
    for (int i = 1; i < ends.size(); i++) {
      piece(new Span(ends.get(i - 1), ends.get(i)), line);
    }
    return line.toString();
  }

  private void piece(Span piece, StringBuilder line) {
    String text = source.slice(piece);
    String style = marks.stream()
        .filter(mark -> mark.span.contains(piece))
        .map(Mark::style)
        .findFirst()
        .orElse("");
    if (style.isEmpty() || text.isBlank()) {
      line.append(Html.text(text));
      return;
    }
    int indent = text.length() - text.stripLeading().length();
    line.append(Html.text(text.substring(0, indent)))
        .append("<mark class=\"" + style + "\">")
        .append(Html.text(text.substring(indent)))
        .append("</mark>");
  }

  private void row(String style, String number, String content) {
    html.append("<div class=\"")
        .append(style)
        .append("\"><span class=\"no\">")
        .append(number)
        .append("</span><span>")
        .append(content.isEmpty() ? " " : content)
        .append("</span></div>\n");
  }
}
