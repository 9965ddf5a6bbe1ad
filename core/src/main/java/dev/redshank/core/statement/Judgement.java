package dev.redshank.core.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one condition lets through.
 *
 * @param column of a comparison that bounds it from one side, as it is written; otherwise empty
 * @param lower whether it is bounded from below
 * @param upper whether it is bounded from above
 */
record Judgement(Bound bound, String column, boolean lower, boolean upper) {
  static Judgement of(Bound bound) {
    return new Judgement(bound, "", false, false);
  }

  boolean isHalfRange() {
    return lower || upper;
  }

  /** Whether two of these bound the same column from both sides. */
  static boolean closeARange(List<Judgement> halves) {
    Set<String> below = new HashSet<>();
    for (Judgement half : halves) {
      if (half.lower()) {
        below.add(half.column());
      }
    }
    return halves.stream().anyMatch(half -> half.upper() && below.contains(half.column()));
  }
}
