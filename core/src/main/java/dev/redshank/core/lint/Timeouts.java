package dev.redshank.core.lint;

import dev.redshank.core.impact.Timeout;
import java.util.Optional;

/**
 * Reads timeouts as PostgreSQL does: a number with a unit of {@code us}, {@code ms}, {@code s},
 * {@code min}, {@code h} or {@code d}; without one it counts milliseconds (manual, "Setting
 * Parameters").
 */
public final class Timeouts {
  private Timeouts() {}

  /** The timeout that {@code value} sets. What PostgreSQL would refuse is no limit. */
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
