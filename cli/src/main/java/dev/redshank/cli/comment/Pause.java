package dev.redshank.cli.comment;

import java.time.Duration;
import java.time.Instant;

/** Waiting, so that tests need not wait. */
public interface Pause {
  /** The clock and the patience of the machine. */
  Pause REAL = new Pause() {
    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
      Thread.sleep(time.toMillis());
    }
  };

  /** What time it is. */
  Instant now();

  /** Waits that long. */
  void sleep(Duration time) throws InterruptedException;
}
