package dev.redshank.core.lint;

import dev.redshank.core.migration.MigrationFile;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which migrations are reported, apart from {@code --since}. The others are history: read for knowledge, never reported.
 */
public final class Review {
  /** Every migration. */
  public static final Review ALL = new Review(file -> false, false);

  private final Predicate<MigrationFile> history;
  private final boolean oneDeploy;

  private Review(Predicate<MigrationFile> history, boolean oneDeploy) {
    this.history = history;
    this.oneDeploy = oneDeploy;
  }

  /** The migrations with these paths, which are one deploy. */
  public static Review of(Set<String> paths) {
    Set<String> reviewed = Set.copyOf(paths);
    return new Review(file -> !reviewed.contains(file.path()), true);
  }

  /** The same migrations but for those that are history. */
  public Review without(Predicate<String> history) {
    return new Review(file -> this.history.test(file) || history.test(file.path()), oneDeploy);
  }

  boolean isHistory(MigrationFile file) {
    return history.test(file);
  }

  /** Whether the migrations go out together. */
  public boolean isOneDeploy() {
    return oneDeploy;
  }
}
