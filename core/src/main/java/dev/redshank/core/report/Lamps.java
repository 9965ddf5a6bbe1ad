package dev.redshank.core.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.lint.Suppressed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One lamp for each of the nine failure modes: what a run found, at a glance. */
final class Lamps {
  private static final int WIDEST_TITLE = 28;
  private static final List<Severity> WORST_FIRST =
      List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE);

  private final Map<FailureMode, Map<Severity, Integer>> counts = new EnumMap<>(FailureMode.class);
  private final Map<FailureMode, Integer> suppressed = new EnumMap<>(FailureMode.class);

  private Lamps() {}

  static Lamps of(LintResult result) {
    Lamps lamps = new Lamps();
    for (LocatedFinding found : result.findings()) {
      lamps
          .counts
          .computeIfAbsent(found.finding().mode(), mode -> new EnumMap<>(Severity.class))
          .merge(found.finding().severity(), 1, Integer::sum);
    }
    for (Suppressed one : result.suppressed()) {
      lamps.suppressed.merge(one.finding().finding().mode(), 1, Integer::sum);
    }
    return lamps;
  }

  /** Writes a line for each mode and an empty one behind them. */
  void write(TextOptions options, Appendable out) throws IOException {
    for (FailureMode mode : FailureMode.values()) {
      if (mode.isSafety()) {
        out.append(line(mode, options)).append('\n');
      }
    }
    out.append('\n');
  }

  private String line(FailureMode mode, TextOptions options) {
    boolean colour = options.colour();
    String title = mode.title() + " ".repeat(WIDEST_TITLE - mode.title().length());
    if (!counts.containsKey(mode)) {
      int accepted = suppressed.getOrDefault(mode, 0);
      return accepted == 0
          ? Style.GREEN.apply("○", colour) + " " + Style.DIM.apply(title + "clear", colour)
          : Style.BLUE.apply("◌", colour) + " " + title + accepted + " suppressed";
    }
    Map<Severity, Integer> found = counts.getOrDefault(mode, Map.of());
    List<String> words = new ArrayList<>();
    for (Severity severity : WORST_FIRST) {
      int count = found.getOrDefault(severity, 0);
      if (count > 0) {
        words.add(LintSummary.count(count, severity.words()));
      }
    }
    if (suppressed.containsKey(mode)) {
      words.add(suppressed.getOrDefault(mode, 0) + " suppressed");
    }
    String counted = String.join(", ", words);
    boolean fits = 2 + title.length() + counted.length() <= options.width();
    return Style.of(worst(found)).apply("●", colour)
        + " "
        + (fits ? title + counted : mode.title() + "\n  " + counted);
  }

  private static Severity worst(Map<Severity, Integer> found) {
    return WORST_FIRST.stream().filter(found::containsKey).findFirst().orElse(Severity.NOTE);
  }

  /** Writes the same for programs. */
  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("modes");
    for (FailureMode mode : FailureMode.values()) {
      if (mode.isSafety()) {
        Map<Severity, Integer> found = counts.getOrDefault(mode, Map.of());
        json.writeStartObject();
        json.writeStringField("mode", mode.id());
        json.writeStringField("state", state(mode, found));
        for (Severity severity : WORST_FIRST) {
          json.writeNumberField(severity.words(), found.getOrDefault(severity, 0));
        }
        json.writeNumberField("suppressed", suppressed.getOrDefault(mode, 0));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private String state(FailureMode mode, Map<Severity, Integer> found) {
    if (found.isEmpty()) {
      return suppressed.containsKey(mode) ? "suppressed" : "clear";
    }
    return found.containsKey(Severity.ERROR) ? "tripped" : "warned";
  }
}
