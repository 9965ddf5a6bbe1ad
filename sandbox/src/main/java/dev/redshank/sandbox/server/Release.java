package dev.redshank.sandbox.server;

import dev.redshank.core.postgres.PgVersion;

/**
 * One published build of PostgreSQL.
 *
 * @param major such as 17
 * @param version of the artifact, such as {@code 17.11.0}
 */
record Release(int major, String version) {
  /** The newest published build of each major that Redshank knows. */
  static Release of(PgVersion version) {
    int major = version.major();
    return switch (major) {
      case 14 -> new Release(major, "14.24.0");
      case 15 -> new Release(major, "15.19.0");
      case 16 -> new Release(major, "16.15.0");
      case 17 -> new Release(major, "17.11.0");
      case 18 -> new Release(major, "18.6.0");
      default -> throw new IllegalArgumentException("No build is named for PostgreSQL " + major);
    };
  }
}
