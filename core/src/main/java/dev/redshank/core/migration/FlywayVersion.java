package dev.redshank.core.migration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version as Flyway orders them: numbers between dots or underscores, compared one by one; zeros at
 * the end do not count ({@code 1} is {@code 1.0}).
 */
final class FlywayVersion implements Comparable<FlywayVersion> {
  private final List<BigInteger> parts;

  private FlywayVersion(List<BigInteger> parts) {
    this.parts = parts;
  }

  /** Empty when it holds anything but numbers. */
  static Optional<FlywayVersion> parse(String text) {
    List<BigInteger> parts = new ArrayList<>();
    for (String part : text.replace('_', '.').split("\\.", -1)) {
      if (part.isEmpty() || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Optional.empty();
      }
      parts.add(new BigInteger(part));
    }
    while (parts.size() > 1 && parts.get(parts.size() - 1).signum() == 0) {
      parts.remove(parts.size() - 1);
    }
    return Optional.of(new FlywayVersion(parts));
  }

  @Override
  public int compareTo(FlywayVersion other) {
    int common = Math.min(parts.size(), other.parts.size());
    for (int i = 0; i < common; i++) {
      int byPart = parts.get(i).compareTo(other.parts.get(i));
      if (byPart != 0) {
        return byPart;
      }
    }
    return Integer.compare(parts.size(), other.parts.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FlywayVersion version && parts.equals(version.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }
}
