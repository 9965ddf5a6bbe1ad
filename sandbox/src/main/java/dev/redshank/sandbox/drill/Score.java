package dev.redshank.sandbox.drill;

import java.util.List;

/**
 * What a trainee's work is worth: 40 points for what was found, 40 for what is mended, 20 for keeping
 * clear of traps. Only who found something gets points for what is whole and for traps, as much of it
 * was so from the first; and each trap that was sprung takes 20 of the whole.
 *
 * @param detect what was to be found
 * @param fix what was to be mended
 * @param traps that were sprung
 * @param remarks on the way it was done; they cost and bring nothing
 */
public record Score(
    List<ScoredPart> detect, List<ScoredPart> fix, List<SprungTrap> traps, List<String> remarks) {
  private static final int HALF = 40;
  private static final int CLEAR = 20;
  private static final int PER_TRAP = 20;

  /**
   * One part of what was to be found or mended.
   *
   * @param seen what was found, in words
   */
  public record ScoredPart(String name, boolean held, String seen) {}

  /**
   * A trap that somebody stepped into.
   *
   * @param done what was done, in words
   */
  public record SprungTrap(String name, String done) {}

  public Score {
    detect = List.copyOf(detect);
    fix = List.copyOf(fix);
    traps = List.copyOf(traps);
    remarks = List.copyOf(remarks);
  }

  /** From 0 to 100; parts of a point are not given. */
  public int total() {
    long exact = HALF
        * (held(detect) * fix.size() + mended() * detect.size())
        / ((long) detect.size() * fix.size());
    return (int) Math.max(0, exact + forTraps());
  }

  /** Points for what was found, such as 26.67 of 40. */
  public double detectPoints() {
    return HALF * held(detect) / (double) detect.size();
  }

  /** Points for what is mended. */
  public double fixPoints() {
    return HALF * mended() / (double) fix.size();
  }

  private long mended() {
    return held(detect) > 0 ? held(fix) : 0;
  }

  /** 20 where something was found and no trap was sprung; less than nothing where several were. */
  public int forTraps() {
    return (held(detect) > 0 ? CLEAR : 0) - PER_TRAP * traps.size();
  }

  private static long held(List<ScoredPart> parts) {
    return parts.stream().filter(ScoredPart::held).count();
  }
}
