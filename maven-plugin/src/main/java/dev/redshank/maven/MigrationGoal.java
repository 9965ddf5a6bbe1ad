package dev.redshank.maven;

import dev.redshank.core.migration.FlywayNaming;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.project.BrokenInputException;
import dev.redshank.core.project.FlywayProject;
import dev.redshank.core.project.MigrationPlaces;
import dev.redshank.core.project.Project;
import dev.redshank.core.project.ProjectLint;
import dev.redshank.core.project.RuleBook;
import dev.redshank.rules.RedshankRules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * What all goals do: find the migrations of a module.
 *
 * @param <M> what Maven tells the goal
 */
abstract class MigrationGoal<M extends RedshankMojo> implements Goal {
  /** What {@code redshank:baseline} writes and the other goals read, unless somebody names another file. */
  private static final String USUAL_BASELINE = "redshank-baseline.json";

  final M told;

  MigrationGoal(M told) {
    this.told = told;
  }

  @Override
  public final void reach() throws MojoExecutionException, MojoFailureException {
    refuseMistakes();
    try {
      Optional<ProjectLint> lint = lint();
      if (lint.isEmpty()) {
        log().info("There are no migrations in this module.");
      } else {
        run(lint.get());
      }
    } catch (BrokenInputException broken) {
      throw new MojoExecutionException(broken.getMessage(), broken);
    } catch (IOException failure) {
      throw new MojoExecutionException("A file cannot be written: " + failure, failure);
    }
  }

  /** Stops at parameters that nobody can mean, before anything is looked at. */
  void refuseMistakes() throws MojoExecutionException {
    if (told.baselineFile != null && !told.baselineFile.isFile()) {
      throw new MojoExecutionException("There is no file " + told.baselineFile
          + ", which the parameter baselineFile names. The goal redshank:baseline writes it.");
    }
  }

  /** What the goal does about a module that has migrations. */
  abstract void run(ProjectLint lint)
      throws IOException, MojoExecutionException, MojoFailureException;

  private MavenProject project() {
    if (told.project == null) {
      throw new IllegalStateException("Maven injects the project.");
    }
    return told.project;
  }

  final Log log() {
    return told.getLog();
  }

  private Path directory() {
    return project().getBasedir().toPath().toAbsolutePath().normalize();
  }

  private Optional<ProjectLint> lint() throws MojoExecutionException {
    RuleBook rules = RedshankRules.book().withProvided(MigrationGoal.class.getClassLoader());
    ProjectLint lint = ProjectLint.of(rules, directory(), () -> LocalDate.now(ZoneOffset.UTC));
    if (told.configFile != null) {
      lint = lint.configuration(existing(told.configFile, "configFile"));
    }
    if (!told.includes.isEmpty() || !told.excludes.isEmpty()) {
      lint = only(lint);
    }
    if (told.pgVersion != null) {
      lint = lint.postgres(version(told.pgVersion));
    }
    if (told.changedSince != null && !told.changedSince.isBlank()) {
      lint = lint.changedSince(told.changedSince);
    }
    return placed(lint);
  }

  private static Path existing(File file, String parameter) throws MojoExecutionException {
    if (!file.isFile()) {
      throw new MojoExecutionException(
          "There is no file " + file + ", which the parameter " + parameter + " names.");
    }
    return file.toPath();
  }

  private ProjectLint only(ProjectLint lint) throws MojoExecutionException {
    try {
      return lint.only(told.includes, told.excludes);
    } catch (IllegalArgumentException pattern) {
      throw new MojoExecutionException(
          "A pattern of includes or excludes cannot be read: " + pattern.getMessage(), pattern);
    }
  }

  private static PgVersion version(String text) throws MojoExecutionException {
    return PgVersion.parse(text)
        .orElseThrow(() -> new MojoExecutionException(
            "The parameter pgVersion is '%s'. Known are %s.".formatted(text, versions())));
  }

  private static String versions() {
    return PgVersion.all().stream().map(PgVersion::toString).collect(Collectors.joining(", "));
  }

  /** Empty where the module has no migrations and nobody says that it has. */
  private Optional<ProjectLint> placed(ProjectLint lint) {
    Project around = lint.project();
    Optional<FlywayProject> plugin = FlywayBlock.of(project());
    List<Path> resources = resources();
    FlywayProject flyway = plugin
        .or(() -> FlywayProject.ofSpring(resources))
        .orElseGet(() -> new FlywayProject(List.of(), FlywayNaming.DEFAULT));
    ProjectLint named = withBaseline(lint.naming(flyway.naming()), around);
    if (!told.sources.isEmpty()) {
      return Optional.of(named.paths(told.sources));
    }
    return new MigrationPlaces(directory(), resources, flyway, told.configFile != null).in(named);
  }

  private List<Path> resources() {
    return project().getResources().stream()
        .map(Resource::getDirectory)
        .map(folder -> directory().resolve(folder).normalize())
        .toList();
  }

  private ProjectLint withBaseline(ProjectLint lint, Project around) {
    Path file = baselineFile(around);
    boolean named = told.baselineFile != null;
    return named || Files.exists(file) ? lint.baseline(file) : lint;
  }

  /** Where the known findings are, or go to. */
  final Path baselineFile(Project around) {
    return told.baselineFile != null
        ? told.baselineFile.toPath()
        : around.baseline().orElseGet(() -> directory().resolve(USUAL_BASELINE));
  }
}
