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
}
