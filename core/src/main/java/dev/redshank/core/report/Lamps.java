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
public final class Lamps {
  private static final int WIDEST_TITLE = 28;
  private final Map<FailureMode, Map<Severity, Integer>> counts = new EnumMap<>(FailureMode.class);
  private final Map<FailureMode, Integer> suppressed = new EnumMap<>(FailureMode.class);

  private Lamps() {}

  /** The lamps of a run. */
  public static Lamps of(LintResult result) {
    Lamps lamps = new Lamps();
    for (LocatedFinding found : result.findings()) {
      lamps.add(found.finding().mode(), found.finding().severity());
    }
    for (Suppressed one : result.suppressed()) {
      lamps.suppressed.merge(one.finding().finding().mode(), 1, Integer::sum);
    }
    return lamps;
  }

  /** The lamps of a run. */
  public static Lamps of(LintDigest digest) {
    Lamps lamps = new Lamps();
    digest.findings().forEach(found -> lamps.add(found.mode(), found.severity()));
    digest.suppressed().forEach(mode -> lamps.suppressed.merge(mode, 1, Integer::sum));
    return lamps;
  }

  private void add(FailureMode mode, Severity severity) {
    counts
        .computeIfAbsent(mode, unused -> new EnumMap<>(Severity.class))
        .merge(severity, 1, Integer::sum);
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
    String words = words(mode);
    boolean fits = 2 + title.length() + words.length() <= options.width();
    return Style.of(worst(mode)).apply("●", colour)
        + " "
        + (fits ? title + words : mode.title() + "\n  " + words);
  }

  /** Whether it found something in a mode that nobody accepted. */
  public boolean isLit(FailureMode mode) {
    return counts.containsKey(mode);
  }

  /** How much it found in a mode, such as {@code 2 errors, 1 suppressed}; empty for nothing. */
  public String words(FailureMode mode) {
    Map<Severity, Integer> found = counts.getOrDefault(mode, Map.of());
    List<String> words = new ArrayList<>();
    for (Severity severity : Severity.WORST_FIRST) {
      int count = found.getOrDefault(severity, 0);
      if (count > 0) {
        words.add(Count.of(count, severity.words()));
      }
    }
    if (suppressed.containsKey(mode)) {
      words.add(suppressed.getOrDefault(mode, 0) + " suppressed");
    }
    return String.join(", ", words);
  }

  /** The worst that it found in a mode. */
  public Severity worst(FailureMode mode) {
    Map<Severity, Integer> found = counts.getOrDefault(mode, Map.of());
    return Severity.WORST_FIRST.stream()
        .filter(found::containsKey)
        .findFirst()
        .orElse(Severity.NOTE);
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
        for (Severity severity : Severity.WORST_FIRST) {
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
