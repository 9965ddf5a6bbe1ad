package dev.redshank.sandbox.drill.shell;

import dev.redshank.core.report.Width;
import java.util.ArrayList;
import java.util.List;

/** A result with a line for each value, in full. */
final class ExpandedTable {
  private ExpandedTable() {}

  static List<String> of(Rows rows) {
    List<String> names =
        rows.columns().stream().map(column -> CellText.line(column.name())).toList();
    int width = names.stream().mapToInt(Width::of).max().orElse(0);
    List<String> drawn = new ArrayList<>();
    for (int row = 0; row < rows.rows().size(); row++) {
      drawn.add("-[ RECORD " + (row + 1) + " ]-" + "-".repeat(width));
      for (int column = 0; column < names.size(); column++) {
        String value = rows.rows().get(row).get(column).orElse("");
        addValue(CellText.padded(names.get(column), width, false), value, drawn);
      }
    }
    return drawn;
  }

  private static void addValue(String name, String value, List<String> drawn) {
    List<String> lines = CellText.lines(value);
    for (int line = 0; line < lines.size(); line++) {
      String label = line == 0 ? name : " ".repeat(Width.of(name));
      String mark = line + 1 < lines.size() ? "+" : "";
      drawn.add((label + " | " + lines.get(line) + mark).stripTrailing());
    }
  }
}
