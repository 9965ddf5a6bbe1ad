package dev.redshank.core.impact;

import java.util.Optional;

/**
 * A timeout in force.
 *
 * @param value as written, such as {@code 2s}; empty where nothing so far set it
 * @param millis its length in milliseconds; 0 is no limit
 */
public record Timeout(Optional<String> value, long millis) {
  public static final Timeout UNSET = new Timeout(Optional.empty(), 0);

  /** Whether it ends a wait. */
  public boolean isInForce() {
    return millis > 0;
  }

  /**
   * Reads a timeout as PostgreSQL does: a number with a unit of {@code us}, {@code ms}, {@code s}, {@code min}, {@code h}
   * or {@code d}; without one it counts milliseconds (manual, "Setting Parameters"). What PostgreSQL would refuse is no
   * limit.
   */
  public static Timeout read(String value) {
    String text = value.strip();
    int end = 0;
    while (end < text.length()
        && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    double factor = factor(text.substring(end).strip());
    if (end == 0 || factor == 0) {
      return new Timeout(Optional.of(text), 0);
    }
    try {
      return new Timeout(
          Optional.of(text), Math.round(Double.parseDouble(text.substring(0, end)) * factor));
    } catch (NumberFormatException twoDots) {
      return new Timeout(Optional.of(text), 0);
    }
  }

  private static double factor(String unit) {
    return switch (unit) {
      case "us" -> 0.001;
      case "", "ms" -> 1;
      case "s" -> 1_000;
      case "min" -> 60_000;
      case "h" -> 3_600_000;
      case "d" -> 86_400_000;
      default -> 0;
    };
  }
}
