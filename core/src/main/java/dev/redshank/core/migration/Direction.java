package dev.redshank.core.migration;

/** Which way a migration changes the database. */
public enum Direction {
  UP,
  /** An undo or down script: it never advances the timeline. */
  DOWN,
  /** Flyway's {@code B…} script: it builds an empty database and leaves any other alone. */
  BASELINE
}
