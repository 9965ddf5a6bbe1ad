package dev.redshank.core.project;

import dev.redshank.core.change.AppliedChange;
import dev.redshank.core.change.ChangedMigrations;
import dev.redshank.core.change.GitChanges;
import dev.redshank.core.change.GitRefusal;
import dev.redshank.core.config.LintConfig;
import dev.redshank.core.config.PathGlobs;
import dev.redshank.core.lint.Review;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which of the migrations a run reports. Only a run that is asked what changed starts git.
 *
 * @param inputs the migrations with the texts that count
 * @param review those that are reported
 * @param applied those that ran and are no longer what ran
 */
public record Scope(Inputs inputs, Review review, List<AppliedChange> applied) {
  public Scope {
    applied = List.copyOf(applied);
  }

  /** All of them. */
  public static Scope all(Inputs inputs) {
    return new Scope(inputs, Review.ALL, List.of());
  }

  /**
   * Those that are new or changed since this branch left another; all others are history.
   *
   * @param reference a branch, tag or commit
   */
  public static Scope changedSince(String reference, Project project, Inputs inputs)
      throws GitRefusal {
    return of(GitChanges.since(folder(inputs), reference), project, inputs);
  }

  /** Those that the next commit adds or changes. */
  public static Scope staged(Project project, Inputs inputs) throws GitRefusal {
    return of(GitChanges.staged(folder(inputs)), project, inputs);
  }

  /** Migrations may lie in a submodule, whose history is its own. */
  private static Path folder(Inputs inputs) {
    return inputs.migrations().migrations().stream()
        .map(file -> file.file().toAbsolutePath().getParent())
        .filter(folder -> folder != null && Files.isDirectory(folder))
        .findFirst()
        .orElse(inputs.directory());
  }

  private static Scope of(GitChanges changes, Project project, Inputs inputs) throws GitRefusal {
    LintConfig.Migrations migrations = project.config().migrations();
    Path root = project.root().folder();
    ChangedMigrations changed = ChangedMigrations.of(
        changes,
        inputs.migrations(),
        project.root(),
        name -> !project.isExcluded(name)
            && MigrationFinder.looksAt(inputs.paths(), inputs.directory(), root.resolve(name)),
        migrations.down()::matches,
        project.naming());
    return new Scope(
        inputs.with(changed.staged()), Review.of(changed.reviewed()), changed.applied());
  }

  /** The same migrations but for those that the configuration calls history. */
  public Scope withoutHistory(Project project) {
    PathGlobs history = project.config().migrations().history();
    return history.isEmpty() ? this : new Scope(inputs, review.without(history::matches), applied);
  }

  /** The same migrations behind a dump of the schema, which is none of them. */
  public Scope behind(MigrationFile dump) {
    return new Scope(inputs, review.behind(dump.path()), applied);
  }
}
