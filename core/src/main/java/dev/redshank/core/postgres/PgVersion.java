package dev.redshank.core.postgres;

import java.util.List;
import java.util.Optional;

/**
 * A major version of PostgreSQL that Redshank knows.
 *
 * @param major such as 17
 */
public record PgVersion(int major) implements Comparable<PgVersion> {
  public static final PgVersion OLDEST = new PgVersion(14);
  public static final PgVersion DEFAULT = new PgVersion(17);
  public static final PgVersion NEWEST = new PgVersion(18);

  public PgVersion {
    if (major < 14 || major > 18) {
      throw new IllegalArgumentException("PostgreSQL " + major + " is not known; 14 to 18 are");
    }
  }

  /** Reads {@code 17}, {@code 17.2} or {@code 17.2.1}; empty when the version is not known. */
  public static Optional<PgVersion> parse(String text) {
    int dot = text.indexOf('.');
    String major = dot < 0 ? text : text.substring(0, dot);
    return all().stream()
        .filter(version -> major.equals(String.valueOf(version.major)))
        .findFirst();
  }

  /** Every known version, oldest first. */
  public static List<PgVersion> all() {
    return List.of(
        new PgVersion(14),
        new PgVersion(15),
        new PgVersion(16),
        new PgVersion(17),
        new PgVersion(18));
  }

  /** Whether this version is {@code major} or newer. */
  public boolean atLeast(int major) {
    return this.major >= major;
  }

  @Override
  public int compareTo(PgVersion other) {
    return Integer.compare(major, other.major);
  }

  @Override
  public String toString() {
    return String.valueOf(major);
  }
}
