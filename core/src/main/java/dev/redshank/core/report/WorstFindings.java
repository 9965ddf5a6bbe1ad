package dev.redshank.core.report;

import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LocatedFinding;
import java.util.ArrayList;
import java.util.List;

/** Chooses among findings where there is not room for all. */
public final class WorstFindings {
  private WorstFindings() {}

  /** The findings that fit, in their order: where there are too many, the worst of them. */
  public static List<LocatedFinding> of(List<LocatedFinding> findings, int room) {
    if (findings.size() <= room) {
      return findings;
    }
    int[] left = new int[Severity.values().length];
    int free = room;
    for (Severity severity : Severity.WORST_FIRST) {
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
}
