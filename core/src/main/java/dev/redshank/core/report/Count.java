package dev.redshank.core.report;

/** How many there are of something, in words. */
public final class Count {
  private Count() {}

  /** Such as {@code 2 errors}. */
  public static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
