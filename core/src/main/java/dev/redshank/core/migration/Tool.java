package dev.redshank.core.migration;

/** The tool whose naming a migration follows. */
public enum Tool {
  PLAIN,
  FLYWAY
}
