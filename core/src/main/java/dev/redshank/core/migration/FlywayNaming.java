package dev.redshank.core.migration;

import java.util.List;
import java.util.Locale;

/**
 * How a project names its Flyway scripts. A prefix is told from another by its case, a suffix is not, as in Flyway.
 *
 * @param versioned prefix of a versioned script ({@code sqlMigrationPrefix})
 * @param undo prefix of a script that takes one back ({@code undoSqlMigrationPrefix})
 * @param baseline prefix of a script for empty databases ({@code baselineMigrationPrefix})
 * @param repeatable prefix of a script that runs whenever it changed ({@code repeatableSqlMigrationPrefix})
 * @param separator between version and description ({@code sqlMigrationSeparator})
 * @param suffixes of scripts ({@code sqlMigrationSuffixes})
 */
public record FlywayNaming(
    String versioned,
    String undo,
    String baseline,
    String repeatable,
    String separator,
    List<String> suffixes) {
  /** What Flyway does unless it is told otherwise. */
  public static final FlywayNaming DEFAULT =
      new FlywayNaming("V", "U", "B", "R", "__", List.of(".sql"));

  public FlywayNaming {
    suffixes = List.copyOf(suffixes);
  }

  /** How many characters the suffix of a script has; 0 where its name has none of them. */
  int suffixLength(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return suffixes.stream()
        .filter(suffix -> lower.endsWith(suffix.toLowerCase(Locale.ROOT)))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
