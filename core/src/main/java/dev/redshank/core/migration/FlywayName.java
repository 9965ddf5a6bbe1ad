package dev.redshank.core.migration;

import java.util.Locale;
import java.util.Optional;

/**
 * What the name of a Flyway script says: {@code V2.1__add_orders.sql}.
 *
 * @param prefix V, U, B or R
 * @param version as written; empty for R
 * @param description the words behind the version
 */
record FlywayName(char prefix, String version, String description) {
  private static final String SEPARATOR = "__";
  private static final String SUFFIX = ".sql";

  /** Empty when Flyway would not take the file for a migration: its callbacks have other names. */
  static Optional<FlywayName> parse(String fileName) {
    if (!fileName.toLowerCase(Locale.ROOT).endsWith(SUFFIX)
        || fileName.length() <= SUFFIX.length()) {
      return Optional.empty();
    }
    char prefix = fileName.charAt(0);
    String rest = fileName.substring(1, fileName.length() - SUFFIX.length());
    int separator = rest.indexOf(SEPARATOR);
    if (separator < 0) {
      return Optional.empty();
    }
    String version = rest.substring(0, separator);
    String description = rest.substring(separator + SEPARATOR.length()).replace('_', ' ');
    return switch (prefix) {
      case 'R' ->
        version.isEmpty() ? Optional.of(new FlywayName(prefix, "", description)) : Optional.empty();
      case 'V', 'U', 'B' ->
        FlywayVersion.parse(version).map(parsed -> new FlywayName(prefix, version, description));
      default -> Optional.empty();
    };
  }
}
