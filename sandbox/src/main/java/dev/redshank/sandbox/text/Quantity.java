package dev.redshank.sandbox.text;

import dev.redshank.core.report.Count;
import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
public final class Quantity {
  private Quantity() {}

  /** A duration, such as {@code 0.4 ms}, {@code 812 ms} or {@code 4.7 s}. */
  public static String millis(double millis) {
    if (millis >= 10_000) {
      return seconds(millis);
    }
    return decimal(millis) + " ms";
  }

  public static String time(Duration duration) {
    return millis(duration.toNanos() / 1e6);
  }

  /** Milliseconds for programs, to a hundredth. */
  public static double roundedMillis(Duration duration) {
    return Math.round(duration.toNanos() / 1e4) / 100.0;
  }

  /** A longer duration, such as {@code 4.7 s}. */
  public static String seconds(double millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }

  public static String bytes(long bytes) {
    return bytes((double) bytes);
  }

  /** An amount of data, such as {@code 1.5 kB}. */
  public static String bytes(double bytes) {
    if (bytes >= 1e9) {
      return decimal(bytes / 1e9) + " GB";
    }
    if (bytes >= 1e6) {
      return decimal(bytes / 1e6) + " MB";
    }
    return bytes >= 1e3 ? decimal(bytes / 1e3) + " kB" : Math.round(bytes) + " B";
  }

  public static String count(long number, String noun) {
    return Count.of(number, noun);
  }

  /** One digit behind the point where it tells something. */
  public static String decimal(double value) {
    boolean whole = Math.abs(value) >= 10 || value == Math.rint(value);
    return String.format(Locale.ROOT, whole ? "%.0f" : "%.1f", value);
  }
}
