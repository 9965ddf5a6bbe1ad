package dev.redshank.sandbox.generate;

import java.util.List;

/**
 * The types that take a length, a precision, or a precision and scale, and what these can become.
 * Sizes that stand for "any" are measured with two examples, which have to agree.
 */
final class Modifiers {
  /** How a source's size and a target's size compare. */
  record Sizes(String source, List<Target> targets) {}

  /** A target's size: as the table of facts writes it, and in SQL. */
  record Target(String relation, String size) {}

  /**
   * Types whose sizes mean the same, so that one can be compared with the other's.
   *
   * @param bases the types' names, as printed without a size
   * @param examples two examples of sizes
   * @param greatest the size that is as good as none, or an empty string
   */
  record Family(List<String> bases, List<Sizes> examples, String greatest) {}

  static final List<Family> FAMILIES = List.of(
      new Family(
          List.of("character varying", "character", "bit varying", "bit"),
          List.of(ordered("10", "5", "20"), ordered("3", "2", "100")),
          ""),
      new Family(
          List.of(
              "timestamp without time zone",
              "timestamp with time zone",
              "time without time zone",
              "time with time zone",
              "interval"),
          List.of(ordered("3", "2", "5"), ordered("2", "0", "4")),
          "6"),
      new Family(List.of("numeric"), List.of(scaled(10, 4, 2), scaled(20, 6, 1)), ""));

  private Modifiers() {}

  private static Sizes ordered(String size, String less, String more) {
    return new Sizes(
        size, List.of(new Target("<", less), new Target("=", size), new Target(">", more)));
  }

  private static Sizes scaled(int precision, int scale, int step) {
    List<Target> targets = new java.util.ArrayList<>();
    for (int p = -1; p <= 1; p++) {
      for (int s = -1; s <= 1; s++) {
        targets.add(
            new Target(sign(p) + "," + sign(s), (precision + p * step) + "," + (scale + s * step)));
      }
    }
    return new Sizes(precision + "," + scale, List.copyOf(targets));
  }

  private static String sign(int direction) {
    return direction < 0 ? "<" : direction > 0 ? ">" : "=";
  }

  /** {@code timestamp without time zone} with {@code 3}: the size stands in the middle. */
  static String sized(String base, String size) {
    int zone = base.indexOf(" with");
    return zone < 0
        ? base + "(" + size + ")"
        : base.substring(0, zone) + "(" + size + ")" + base.substring(zone);
  }
}
