package dev.redshank.core.migration;

import java.util.Optional;

/** Compares a migration with a version that somebody writes on the command line. */
public final class Versions {
  private Versions() {}

  /**
   * Whether a migration is {@code since} or later. Repeatable ones run last, so they may always be: whether one has changed is not known here.
   *
   * @param since a version as the tool writes it, with or without its prefix; of plain scripts the beginning
   *     of a name
   */
  public static boolean isAtLeast(MigrationFile file, String since) {
    if (file.repeatable()) {
      return true;
    }
    String wanted = since.startsWith("V") ? since.substring(1) : since;
    Optional<FlywayVersion> from = FlywayVersion.parse(wanted);
    if (file.tool() == Tool.FLYWAY) {
      Optional<FlywayVersion> own = FlywayVersion.parse(file.version());
      return from.isPresent() && own.isPresent() && own.get().compareTo(from.get()) >= 0;
    }
    return NaturalOrder.NAMES.compare(file.version(), since) >= 0;
  }
}
