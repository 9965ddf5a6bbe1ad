package dev.redshank.sandbox.drill.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How answers are shown, as somebody chose by commands. */
final class Display {
  private boolean expanded;
  private boolean timing;

  String expand(String choice) {
    expanded = chosen(choice, expanded);
    return "Expanded display is " + (expanded ? "on." : "off.");
  }

  String time(String choice) {
    timing = chosen(choice, timing);
    return "Timing is " + (timing ? "on." : "off.");
  }

  private static boolean chosen(String choice, boolean now) {
    return switch (choice) {
      case "on" -> true;
      case "off" -> false;
      default -> !now;
    };
  }

  boolean timing() {
    return timing;
  }

  static String milliseconds(long nanos) {
    return String.format(Locale.ROOT, "Time: %.3f ms", nanos / 1e6);
  }

  /** The lines of a result. */
  List<String> lines(Rows rows, int width) {
    List<String> lines = new ArrayList<>();
    if (expanded) {
      lines.addAll(ExpandedTable.of(rows));
      if (rows.isCut() || rows.rows().isEmpty()) {
        lines.add(rows.count());
      }
    } else {
      lines.addAll(AlignedTable.of(rows, width));
      lines.add(rows.count());
    }
    lines.add("");
    return lines;
  }
}
