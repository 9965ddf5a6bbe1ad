package dev.redshank.core.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a search found.
 *
 * @param migrations in run order: ups, repeatables last; each down migration stands behind the one it
 *     takes back
 * @param problems paths that are missing or cannot be read
 * @param histories the indexes at which the history of another database begins: two folders that
 *     both have a version 1 are not one history
 */
public record MigrationSet(
    List<MigrationFile> migrations, List<Problem> problems, List<Integer> histories) {
  public MigrationSet {
    migrations = List.copyOf(migrations);
    problems = List.copyOf(problems);
    histories = List.copyOf(histories);
  }

  /** Migrations of one history. */
  public MigrationSet(List<MigrationFile> migrations, List<Problem> problems) {
    this(migrations, problems, List.of());
  }

  /** The same migrations in the same order, each changed a little. */
  public MigrationSet map(UnaryOperator<MigrationFile> change) {
    return new MigrationSet(migrations.stream().map(change).toList(), problems, histories);
  }

  /** The same migrations of one database behind what ran before them. */
  public MigrationSet behind(MigrationFile first) {
    List<MigrationFile> all = new ArrayList<>(List.of(first));
    migrations.stream().filter(file -> !file.file().equals(first.file())).forEach(all::add);
    return new MigrationSet(all, problems, List.of(0));
  }

  /** How many databases the migrations belong to. */
  public int databases() {
    return (int) histories.stream().filter(start -> start < migrations.size()).count();
  }
}
