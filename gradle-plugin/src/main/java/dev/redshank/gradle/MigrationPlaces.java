package dev.redshank.gradle;

import dev.redshank.core.migration.FlywayNaming;
import dev.redshank.core.migration.Roots;
import dev.redshank.core.project.BrokenInputException;
import dev.redshank.core.project.FlywayProject;
import dev.redshank.rules.RedshankRules;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradle.api.Project;
import org.gradle.api.tasks.SourceSet;
import org.gradle.api.tasks.SourceSetContainer;

/**
 * Where a project's migrations are, and how they are named, unless its build script says it.
 *
 * @param paths folders, files or globs
 * @param configured whether they are those of the project's own {@code redshank.yml}
 */
record MigrationPlaces(List<String> paths, boolean configured, FlywayNaming naming) {
  static MigrationPlaces of(Project project) {
    Path directory = project.getProjectDir().toPath();
    List<Path> resources = resources(project);
    FlywayProject flyway = FlywayInGradle.of(project)
        .or(() -> FlywayProject.ofSpring(resources))
        .orElseGet(() -> new FlywayProject(List.of(), FlywayNaming.DEFAULT));
    List<String> own = configured(project, directory);
    return own.isEmpty()
        ? new MigrationPlaces(flyway.paths(directory, resources), false, flyway.naming())
        : new MigrationPlaces(own, true, flyway.naming());
  }

  private static List<Path> resources(Project project) {
    SourceSetContainer sets = project.getExtensions().findByType(SourceSetContainer.class);
    SourceSet main = sets == null ? null : sets.findByName(SourceSet.MAIN_SOURCE_SET_NAME);
    if (main == null) {
      return List.of(project.getProjectDir().toPath().resolve("src/main/resources"));
    }
    List<Path> folders = new ArrayList<>();
    for (File folder : main.getResources().getSrcDirs()) {
      folders.add(folder.toPath());
    }
    return folders;
  }

  /** The paths of a configuration further up are those of the whole repository, not of each project. */
  private static List<String> configured(Project project, Path directory) {
    Roots root = Roots.of(directory);
    if (root.configuration().isEmpty() || !root.folder().equals(directory)) {
      return List.of();
    }
    // Gradle is to know that this file decides what the tasks look like.
    project
        .getProviders()
        .fileContents(project.getLayout().getProjectDirectory().file(Roots.CONFIGURATION))
        .getAsText()
        .getOrNull();
    try {
      return dev.redshank.core.project.Project.of(directory, RedshankRules.all())
          .config()
          .migrations()
          .paths();
    } catch (BrokenInputException broken) {
      // The task reads it again, and says what is wrong with it.
      return List.of(Roots.CONFIGURATION);
    }
  }
}
