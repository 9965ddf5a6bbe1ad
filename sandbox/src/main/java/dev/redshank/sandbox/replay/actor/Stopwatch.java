package dev.redshank.sandbox.replay.actor;

/** The time of an act: all its events count from the same moment. */
public record Stopwatch(long startNanos) {
  public static Stopwatch started() {
    return new Stopwatch(System.nanoTime());
  }

  /** Since the start, in ms. */
  public double millis() {
    return millis(System.nanoTime());
  }

  /** From the start to a moment of {@link System#nanoTime}, in ms. */
  public double millis(long nanos) {
    return (nanos - startNanos) / 1e6;
  }
}
