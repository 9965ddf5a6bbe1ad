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

  /** What is left when all of these have to hold. */
  static Judgement strongest(List<Judgement> all) {
    Bound strongest = Bound.EVERY_ROW;
    for (Judgement one : all) {
      strongest = one.bound().compareTo(strongest) > 0 ? one.bound() : strongest;
    }
    if (all.size() == 1) {
      return all.get(0);
    }
    boolean range = strongest.compareTo(Bound.BATCH) < 0 && closeARange(all);
    return Judgement.of(range ? Bound.BATCH : strongest);
  }

  /** Whether two of these bound the same column from both sides. */
  private static boolean closeARange(List<Judgement> all) {
    Set<String> below = new HashSet<>();
    for (Judgement half : all) {
      if (half.lower()) {
        below.add(half.column());
      }
    }
    return all.stream().anyMatch(half -> half.upper() && below.contains(half.column()));
  }
}
