package dev.redshank.core.report.sarif;

import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LocatedFinding;
import java.util.ArrayList;
import java.util.List;

/**
 * What GitHub takes of a run; it refuses a file with more
 * (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 */
final class Limits {
  static final int RESULTS = 25_000;
  static final int LOCATIONS_OF_A_RESULT = 1_000;
  static final int TAGS_OF_A_RULE = 20;
  static final int DESCRIPTION = 1_024;

  private Limits() {}

  /** The findings that fit, in their order: where there are too many, the worst of them. */
  static List<LocatedFinding> worst(List<LocatedFinding> findings, int room) {
    if (findings.size() <= room) {
      return findings;
    }
    int[] left = new int[Severity.values().length];
    int free = room;
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      long of = findings.stream()
          .filter(found -> found.finding().severity() == severity)
          .count();
      left[severity.ordinal()] = (int) Math.min(of, free);
      free -= left[severity.ordinal()];
    }
    List<LocatedFinding> kept = new ArrayList<>(room);
    for (LocatedFinding found : findings) {
      if (left[found.finding().severity().ordinal()]-- > 0) {
        kept.add(found);
      }
    }
    return kept;
  }

  /** The beginning of a list. */
  static <T> List<T> first(List<T> all, int most) {
    return all.size() <= most ? all : all.subList(0, most);
  }

  /** A text that is cut, where it must be, behind a word. */
  static String described(String text) {
    if (text.length() <= DESCRIPTION) {
      return text;
    }
    int space = text.lastIndexOf(' ', DESCRIPTION - 1);
    return text.substring(0, space > 0 ? space : DESCRIPTION - 1) + "…";
  }
}
