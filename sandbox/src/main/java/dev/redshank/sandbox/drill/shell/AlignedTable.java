package dev.redshank.sandbox.drill.shell;

import dev.redshank.core.report.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A result as psql draws it: columns side by side, numbers to the right, nulls as nothing. */
final class AlignedTable {
  /** What a column keeps, however narrow the terminal is. */
  private static final int NARROWEST = 8;

  private final Rows rows;
  private final List<List<List<String>>> cells;
  private final List<Integer> widths;

  private AlignedTable(Rows rows, int width) {
    this.rows = rows;
    this.cells = rows.rows().stream().map(AlignedTable::lines).toList();
    this.widths = fitting(natural(), width);
  }

  /** The lines of a table without the count of its rows; longer cells than {@code width} has room for are cut. */
  static List<String> of(Rows rows, int width) {
    return new AlignedTable(rows, width).draw();
  }

  private static List<List<String>> lines(List<Optional<String>> row) {
    return row.stream().map(value -> CellText.lines(value.orElse(""))).toList();
  }

  private List<Integer> natural() {
    List<Integer> natural = new ArrayList<>();
    for (int i = 0; i < rows.columns().size(); i++) {
      int widest = Width.of(header(i));
      for (List<List<String>> row : cells) {
        for (String line : row.get(i)) {
          widest = Math.max(widest, Width.of(line));
        }
      }
      natural.add(widest);
    }
    return natural;
  }

  /** Numbers and plans are worth nothing when their end is missing, so other columns give way. */
  private List<Integer> fitting(List<Integer> natural, int width) {
    int limit = natural.stream().mapToInt(Integer::intValue).max().orElse(0);
    while (limit > NARROWEST && total(natural, limit) > width) {
      limit--;
    }
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < natural.size(); i++) {
      fitting.add(limited(i, natural.get(i), limit));
    }
    return fitting;
  }

  private long total(List<Integer> natural, int limit) {
    long total = 0;
    for (int i = 0; i < natural.size(); i++) {
      total += limited(i, natural.get(i), limit) + 3;
    }
    return total;
  }

  private int limited(int column, int natural, int limit) {
    Rows.Column described = rows.columns().get(column);
    boolean whole = described.number() || described.name().equals("QUERY PLAN");
    return whole ? natural : Math.min(natural, limit);
  }

  private String header(int column) {
    return CellText.line(rows.columns().get(column).name());
  }

  private List<String> draw() {
    List<String> drawn = new ArrayList<>();
    List<String> header = new ArrayList<>();
    List<String> rule = new ArrayList<>();
    for (int i = 0; i < widths.size(); i++) {
      int width = widths.get(i);
      header.add(" " + CellText.centered(CellText.cut(header(i), width), width) + " ");
      rule.add("-".repeat(width + 2));
    }
    drawn.add(String.join("|", header).stripTrailing());
    drawn.add(String.join("+", rule));
    for (List<List<String>> row : cells) {
      int height = row.stream().mapToInt(List::size).max().orElse(1);
      for (int line = 0; line < height; line++) {
        drawn.add(line(row, line));
      }
    }
    return drawn;
  }

  /** A value that goes on in the next line has a plus sign behind it. */
  private String line(List<List<String>> row, int number) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      List<String> cell = row.get(i);
      int width = widths.get(i);
      String text = number < cell.size() ? CellText.cut(cell.get(number), width) : "";
      boolean goesOn = number + 1 < cell.size();
      boolean right = rows.columns().get(i).number();
      parts.add(" " + CellText.padded(text, width, right) + (goesOn ? "+" : " "));
    }
    return String.join("|", parts).stripTrailing();
  }
}
