package dev.redshank.core.migration;

import java.util.List;

/**
 * What a search found.
 *
 * @param migrations in run order: ups, repeatables last; each down migration stands behind the one it takes back
 * @param problems paths that are missing or cannot be read
 */
public record MigrationSet(List<MigrationFile> migrations, List<Problem> problems) {
  public MigrationSet {
    migrations = List.copyOf(migrations);
    problems = List.copyOf(problems);
  }
}
