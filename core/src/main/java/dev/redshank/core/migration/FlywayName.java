package dev.redshank.core.migration;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the name of a Flyway script says: {@code V2.1__add_orders.sql}.
 *
 * @param version as written; empty for a repeatable script
 * @param description the words behind the version
 */
record FlywayName(Kind kind, String version, String description) {
  /** What a prefix stands for. */
  enum Kind {
    VERSIONED,
    UNDO,
    BASELINE,
    REPEATABLE
  }

  private record Prefix(String text, Kind kind) {}

  /** Empty when Flyway would not take the file for a migration: its callbacks have other names. */
  static Optional<FlywayName> parse(String fileName, FlywayNaming naming) {
    int suffix = naming.suffixLength(fileName);
    if (suffix == 0 || fileName.length() <= suffix) {
      return Optional.empty();
    }
    String name = fileName.substring(0, fileName.length() - suffix);
    return prefix(name, naming).flatMap(prefix -> {
      String rest = name.substring(prefix.text().length());
      int separator = rest.indexOf(naming.separator());
      return separator < 0
          ? Optional.empty()
          : parse(
              prefix.kind(),
              rest.substring(0, separator),
              rest.substring(separator + naming.separator().length()));
    });
  }

  private static Optional<FlywayName> parse(Kind kind, String version, String words) {
    boolean fits = kind == Kind.REPEATABLE
        ? version.isEmpty()
        : FlywayVersion.parse(version).isPresent();
    return fits
        ? Optional.of(new FlywayName(kind, version, words.replace('_', ' ')))
        : Optional.empty();
  }

  /** The longest prefix wins, as in Flyway; one that is empty is switched off. */
  private static Optional<Prefix> prefix(String name, FlywayNaming naming) {
    return Stream.of(
            new Prefix(naming.versioned(), Kind.VERSIONED),
            new Prefix(naming.undo(), Kind.UNDO),
            new Prefix(naming.baseline(), Kind.BASELINE),
            new Prefix(naming.repeatable(), Kind.REPEATABLE))
        .filter(prefix -> !prefix.text().isEmpty() && name.startsWith(prefix.text()))
        .max(Comparator.comparingInt(prefix -> prefix.text().length()));
  }
}
