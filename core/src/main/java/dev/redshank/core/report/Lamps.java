package dev.redshank.core.report;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One lamp for each of the nine failure modes: what a run found, at a glance. */
final class Lamps {
  private static final int WIDEST_TITLE = 28;

  private final Map<FailureMode, Map<Severity, Integer>> counts = new EnumMap<>(FailureMode.class);

  private Lamps() {}

  static Lamps of(LintResult result) {
    Lamps lamps = new Lamps();
    for (LocatedFinding found : result.findings()) {
      lamps
          .counts
          .computeIfAbsent(found.finding().mode(), mode -> new EnumMap<>(Severity.class))
          .merge(found.finding().severity(), 1, Integer::sum);
    }
    return lamps;
  }

  /** Writes a line for each mode and an empty one behind them. */
  void write(TextOptions options, Appendable out) throws IOException {
    for (FailureMode mode : FailureMode.values()) {
      if (mode.isSafety()) {
        out.append(line(mode, options.colour())).append('\n');
      }
    }
    out.append('\n');
  }

  private String line(FailureMode mode, boolean colour) {
    Map<Severity, Integer> found = counts.getOrDefault(mode, Map.of());
    String title = mode.title() + " ".repeat(WIDEST_TITLE - mode.title().length());
    if (found.isEmpty()) {
      return Style.GREEN.apply("○", colour) + " " + Style.DIM.apply(title + "clear", colour);
    }
    List<String> words = new ArrayList<>();
    Severity worst = Severity.NOTE;
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      int count = found.getOrDefault(severity, 0);
      if (count > 0) {
        words.add(LintText.count(count, severity.words()));
        worst = severity.compareTo(worst) > 0 ? severity : worst;
      }
    }
    return Style.of(worst).apply("●", colour) + " " + title + String.join(", ", words);
  }
}
