package dev.redshank.sandbox.trace;

import dev.redshank.sandbox.text.Quantity;
import java.time.Duration;

/**
 * How far a replica is behind a statement.
 *
 * @param bytes of the write-ahead log that it had not replayed when the statement ended
 * @param caughtUpAfter how much later it had
 */
public record Lag(long bytes, Duration caughtUpAfter) {
  String words() {
    return Quantity.bytes(bytes)
        + " behind when it ends, level "
        + Quantity.time(caughtUpAfter)
        + " later";
  }
}
