package dev.redshank.core.lint;

import dev.redshank.core.migration.MigrationFile;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which migrations are reported, apart from {@code --since}. The others are history: read for knowledge, never reported.
 */
public final class Review {
  /** Every migration. */
  public static final Review ALL = new Review(file -> false, false, Optional.empty());

  private final Predicate<MigrationFile> history;
  private final boolean oneDeploy;
  private final Optional<String> start;

  private Review(Predicate<MigrationFile> history, boolean oneDeploy, Optional<String> start) {
    this.history = history;
    this.oneDeploy = oneDeploy;
    this.start = start;
  }

  /** The migrations with these paths, which are one deploy. */
  public static Review of(Set<String> paths) {
    Set<String> reviewed = Set.copyOf(paths);
    return new Review(file -> !reviewed.contains(file.path()), true, Optional.empty());
  }

  /** The same migrations but for those that are history. */
  public Review without(Predicate<String> history) {
    return new Review(
        file -> this.history.test(file) || history.test(file.path()), oneDeploy, start);
  }

  /** The same migrations behind a dump of the schema, which is none of them. */
  public Review behind(String dump) {
    return new Review(history, oneDeploy, Optional.of(dump));
  }

  /** Whether a migration is read for knowledge only. */
  public boolean isHistory(MigrationFile file) {
    return isStart(file) || history.test(file);
  }

  /** Whether it is no migration but a dump of what was there before. */
  boolean isStart(MigrationFile file) {
    return start.isPresent() && start.get().equals(file.path());
  }

  /** Whether the migrations go out together. */
  public boolean isOneDeploy() {
    return oneDeploy;
  }
}
