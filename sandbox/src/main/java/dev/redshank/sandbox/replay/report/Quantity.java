package dev.redshank.sandbox.replay.report;

import dev.redshank.sandbox.replay.result.Figure;
import java.util.Locale;

/** Numbers as people read them. */
final class Quantity {
  private Quantity() {}

  /** A duration, such as {@code 0.4 ms}, {@code 812 ms} or {@code 4.7 s}. */
  static String millis(double millis) {
    if (millis >= 10_000) {
      return seconds(millis);
    }
    return decimal(millis) + " ms";
  }

  /** A longer duration, such as {@code 4.7 s}. */
  static String seconds(double millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }

  static String bytes(long bytes) {
    return bytes((double) bytes);
  }

  /** An amount of data, such as {@code 1.5 kB}. */
  static String bytes(double bytes) {
    if (bytes >= 1e9) {
      return decimal(bytes / 1e9) + " GB";
    }
    if (bytes >= 1e6) {
      return decimal(bytes / 1e6) + " MB";
    }
    return bytes >= 1e3 ? decimal(bytes / 1e3) + " kB" : Math.round(bytes) + " B";
  }

  static String figure(Figure figure) {
    return switch (figure.unit()) {
      case "ms" -> millis(figure.value());
      case "B", "bytes" -> bytes(figure.value());
      case "" -> decimal(figure.value());
      default -> decimal(figure.value()) + " " + figure.unit();
    };
  }

  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** One digit behind the point where it tells something. */
  static String decimal(double value) {
    boolean whole = Math.abs(value) >= 10 || value == Math.rint(value);
    return String.format(Locale.ROOT, whole ? "%.0f" : "%.1f", value);
  }
}
