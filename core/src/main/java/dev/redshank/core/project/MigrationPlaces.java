package dev.redshank.core.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the migrations of a build's project or module are, when the build does not say it.
 *
 * @param directory of the project
 * @param resources folders of the project
 * @param flyway what the build tells Flyway about them
 * @param configured whether the build names a configuration
 */
public record MigrationPlaces(
    Path directory, List<Path> resources, FlywayProject flyway, boolean configured) {
  public MigrationPlaces {
    resources = List.copyOf(resources);
  }

  /** A run over them; empty where nobody says that there are any. */
  public Optional<ProjectLint> in(ProjectLint lint) {
    if (isSaidBy(lint.project())) {
      return Optional.of(lint);
    }
    List<String> paths = flyway.paths(directory, resources);
    return paths.isEmpty() ? Optional.empty() : Optional.of(lint.paths(paths));
  }

  /** The paths of a configuration further up are those of the whole repository, not of each project. */
  private boolean isSaidBy(Project around) {
    boolean own = configured || around.root().folder().equals(directory);
    return own && !around.config().migrations().paths().isEmpty();
  }
}
