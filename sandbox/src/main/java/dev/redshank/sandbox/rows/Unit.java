package dev.redshank.sandbox.rows;

import java.util.Optional;

/** Columns of a row whose values are chosen together: a column alone, or those of a foreign key. */
final class Unit {
  /** Primes, so that every value has its turn. */
  private static final int[] STEPS = {7919, 6101, 5003, 4409, 3571, 2741, 9973, 8513};

  private final long size;
  private final int seed;
  private Optional<String> number = Optional.empty();
  private boolean different;

  /**
   * @param size how many different values it can take
   * @param seed sets it apart from the other units of its row
   */
  Unit(long size, int seed) {
    this.size = size;
    this.seed = seed;
  }

  long size() {
    return size;
  }

  boolean isChosen() {
    return number.isPresent();
  }

  /** Whether it differs from row to row, without end. */
  boolean isDifferent() {
    return different;
  }

  /** Each row has another value. */
  void differ() {
    number = Optional.of(Sql.ROW);
    different = size >= Generator.PLENTY;
  }

  /** The row's number in a system of mixed bases: this unit is the digit above {@code divisor}. */
  void digit(long divisor) {
    number = Optional.of("(" + Sql.ROW + " / " + divisor + ") % " + size);
  }

  /** Which of its values a row takes: without a key, any, in no order that somebody would rely on. */
  String number() {
    return number.orElseGet(() -> "(%s * %d + %d) %% %d"
        .formatted(
            Sql.ROW,
            STEPS[Math.floorMod(seed, STEPS.length)],
            17L * seed,
            Math.min(size, 1_000_003)));
  }
}
