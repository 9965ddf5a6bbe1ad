package dev.redshank.core.lint;

import dev.redshank.core.impact.Timeout;

/** Reads the timeouts that migrations set. */
public final class Timeouts {
  private Timeouts() {}

  /** The timeout that {@code value} sets, as {@link Timeout#read} reads it. */
  public static Timeout read(String value) {
    return Timeout.read(value);
  }
}
