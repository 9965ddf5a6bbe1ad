package dev.redshank.sandbox.replay.report;

import dev.redshank.core.report.Printable;
import dev.redshank.core.report.Style;
import dev.redshank.core.report.TextOptions;
import dev.redshank.core.report.Wrap;
import dev.redshank.sandbox.text.Quantity;
import java.io.IOException;
import java.util.List;

/** A timeline of letters: sessions as rows, time as columns, and below each row what it was. */
final class TextTimeline {
  /** What its letters mean. */
  static final String LEGEND = "█ runs  ░ waits  ─ holds locks  ╌ is answered  × fails  · nothing";

  private static final int LONGEST_NAME = 18;
  private static final int TICK_COLUMNS = 14;

  private final Timeline timeline;
  private final TextOptions options;
  private final String indent;
  private final int names;
  private final int columns;

  TextTimeline(Timeline timeline, TextOptions options, String indent) {
    this.timeline = timeline;
    this.options = options;
    this.indent = indent;
    this.names =
        timeline.lanes().stream().mapToInt(lane -> name(lane).length()).max().orElse(0);
    this.columns = Math.max(20, options.width() - indent.length() - names - 3);
  }

  void write(Appendable out) throws IOException {
    if (timeline.lanes().isEmpty()) {
      return;
    }
    String margin = indent + " ".repeat(names + 2);
    out.append(margin).append(axis().stripTrailing()).append('\n');
    for (Lane lane : timeline.lanes()) {
      String name = name(lane);
      out.append(indent)
          .append(Style.BOLD.apply(name, options.colour()))
          .append(" ".repeat(names - name.length() + 2))
          .append(row(lane))
          .append('\n');
      String words = String.join("; ", lane.words());
      if (!words.isEmpty()) {
        for (String line : Wrap.lines(Printable.oneLine(words), columns)) {
          out.append(margin).append(Style.DIM.apply(line, options.colour())).append('\n');
        }
      }
    }
  }

  private static String name(Lane lane) {
    String name = Printable.oneLine(lane.session());
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  /** Each moment stands at its column; the last one only where there is room for it. */
  private String axis() {
    StringBuilder axis = new StringBuilder(" ".repeat(columns));
    List<Double> ticks = timeline.ticks(Math.max(2, columns / TICK_COLUMNS));
    for (double tick : ticks) {
      String label = Quantity.decimal(tick) + (tick == 0 ? " ms" : "");
      int at = (int) (tick / timeline.millis() * columns);
      if (at + label.length() <= columns) {
        axis.replace(at, at + label.length(), label);
      }
    }
    return axis.toString();
  }

  private String row(Lane lane) {
    StringBuilder row = new StringBuilder();
    StringBuilder same = new StringBuilder();
    Cell last = Cell.NEITHER;
    for (int column = 0; column < columns; column++) {
      Cell cell = cell(lane, column);
      if (cell != last) {
        row.append(last.paint(same, options.colour()));
        same.setLength(0);
        last = cell;
      }
      same.append(cell.letter);
    }
    return row.append(last.paint(same, options.colour())).toString();
  }

  private Cell cell(Lane lane, int column) {
    double from = timeline.millis() * column / columns;
    double to = timeline.millis() * (column + 1) / columns;
    if (lane.failures().stream().anyMatch(at -> at >= from && at < to)) {
      return Cell.FAILS;
    }
    if (share(lane.waiting(), from, to) > (to - from) / 2) {
      return Cell.WAITS;
    }
    if (overlaps(lane.running(), from, to)) {
      return lane.background() ? Cell.ANSWERED : Cell.RUNS;
    }
    return overlaps(lane.holding(), from, to) ? Cell.HOLDS : Cell.NEITHER;
  }

  private static boolean overlaps(List<Stretch> stretches, double from, double to) {
    return stretches.stream().anyMatch(stretch -> stretch.overlaps(from, to));
  }

  private static double share(List<Stretch> stretches, double from, double to) {
    return stretches.stream()
        .mapToDouble(each -> Math.min(each.to(), to) - Math.max(each.from(), from))
        .filter(each -> each > 0)
        .sum();
  }

  private enum Cell {
    NEITHER('·', Style.DIM),
    HOLDS('─', Style.YELLOW),
    RUNS('█', Style.GREEN),
    ANSWERED('╌', Style.GREEN),
    FAILS('×', Style.RED),
    WAITS('░', Style.RED);

    private final char letter;
    private final Style style;

    Cell(char letter, Style style) {
      this.letter = letter;
      this.style = style;
    }

    private String paint(CharSequence letters, boolean colour) {
      String text = letters.toString();
      return text.isEmpty() ? "" : style.apply(text, colour);
    }
  }
}
