package dev.redshank.core.lint;

import dev.redshank.core.migration.MigrationFile;

/** Compares a migration with the version that a run is told to begin at. */
final class Versions {
  private Versions() {}

  static boolean isAtLeast(MigrationFile file, String since) {
    return file.repeatable() || file.version().compareTo(since) >= 0;
  }
}
