package dev.redshank.maven;

import dev.redshank.core.migration.FlywayNaming;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.project.BrokenInputException;
import dev.redshank.core.project.FlywayProject;
import dev.redshank.core.project.MigrationPlaces;
import dev.redshank.core.project.Project;
import dev.redshank.core.project.ProjectLint;
import dev.redshank.core.project.ReportFormat;
import dev.redshank.core.project.RuleBook;
import dev.redshank.rules.RedshankRules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals are told, and how they find the migrations of a module. */
abstract class RedshankMojo extends AbstractMojo {
  /** What {@code redshank:baseline} writes and the other goals read, unless somebody names another file. */
  private static final String USUAL_BASELINE = "redshank-baseline.json";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  @Nullable
  MavenProject project;

  /** Whether to do nothing. */
  @Parameter(property = "redshank.skip", defaultValue = "false")
  boolean skip;

  /**
   * Files, folders or globs with migrations, relative to the module. Without them: what {@code redshank.yml} beside the POM says,
   * else the locations of Flyway's plugin in this POM, else those of Spring's {@code application.properties} or {@code
   * application.yml}, else {@code db/migration} in the resources.
   */
  @Parameter(property = "redshank.sources")
  List<String> sources = new ArrayList<>();

  /** Patterns of the migrations that count, as results name them; without any, all of them. */
  @Parameter(property = "redshank.includes")
  List<String> includes = new ArrayList<>();

  /** Patterns of the migrations that are left out, as results name them. */
  @Parameter(property = "redshank.excludes")
  List<String> excludes = new ArrayList<>();

  /** The major version of the PostgreSQL server, 14 to 18; without it the configuration's, else 17. */
  @Parameter(property = "redshank.pgVersion")
  @Nullable
  String pgVersion;

  /** The configuration; without it the nearest {@code redshank.yml} upwards, in the repository. */
  @Parameter(property = "redshank.configFile")
  @Nullable
  File configFile;

  /**
   * The findings that were there before; without it the configuration's, else {@code redshank-baseline.json} beside the POM,
   * where there is one.
   */
  @Parameter(property = "redshank.baselineFile")
  @Nullable
  File baselineFile;

  /** A branch, tag or commit: only migrations that are new or changed since this branch left it are reported. */
  @Parameter(property = "redshank.changedSince")
  @Nullable
  String changedSince;

  /** Whether findings stay out of the log; reports are written all the same. */
  @Parameter(property = "redshank.quiet", defaultValue = "false")
  boolean quiet;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Redshank is skipped.");
      return;
    }
    refuseMistakes();
    try {
      Optional<ProjectLint> lint = lint();
      if (lint.isEmpty()) {
        getLog().info("There are no migrations in this module.");
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
    if (baselineFile != null && !baselineFile.isFile()) {
      throw new MojoExecutionException("There is no file " + baselineFile
          + ", which the parameter baselineFile names. The goal redshank:baseline writes it.");
    }
  }

  /** What the goal does about a module that has migrations. */
  abstract void run(ProjectLint lint)
      throws IOException, MojoExecutionException, MojoFailureException;

  private MavenProject project() {
    if (project == null) {
      throw new IllegalStateException("Maven injects the project.");
    }
    return project;
  }

  final Path directory() {
    return project().getBasedir().toPath().toAbsolutePath().normalize();
  }

  private Optional<ProjectLint> lint() throws MojoExecutionException {
    RuleBook rules = RedshankRules.book().withProvided(RedshankMojo.class.getClassLoader());
    ProjectLint lint = ProjectLint.of(rules, directory(), () -> LocalDate.now(ZoneOffset.UTC));
    if (configFile != null) {
      lint = lint.configuration(existing(configFile, "configFile"));
    }
    if (!includes.isEmpty() || !excludes.isEmpty()) {
      lint = only(lint);
    }
    if (pgVersion != null) {
      lint = lint.postgres(version(pgVersion));
    }
    if (changedSince != null && !changedSince.isBlank()) {
      lint = lint.changedSince(changedSince);
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
      return lint.only(includes, excludes);
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
    if (!sources.isEmpty()) {
      return Optional.of(named.paths(sources));
    }
    return new MigrationPlaces(directory(), resources, flyway, configFile != null).in(named);
  }

  private List<Path> resources() {
    return project().getResources().stream()
        .map(Resource::getDirectory)
        .map(folder -> directory().resolve(folder).normalize())
        .toList();
  }

  private ProjectLint withBaseline(ProjectLint lint, Project around) {
    Path file = baselineFile(around);
    boolean named = baselineFile != null;
    return named || Files.exists(file) ? lint.baseline(file) : lint;
  }

  /** Where the known findings are, or go to. */
  final Path baselineFile(Project around) {
    return baselineFile != null
        ? baselineFile.toPath()
        : around.baseline().orElseGet(() -> directory().resolve(USUAL_BASELINE));
  }

  /** The formats of these names. */
  static List<ReportFormat> formats(List<String> names) throws MojoExecutionException {
    List<ReportFormat> formats = new ArrayList<>();
    for (String name : names) {
      formats.add(ReportFormat.named(name.strip())
          .orElseThrow(() -> new MojoExecutionException("There is no format '%s'. Known are %s."
              .formatted(name, String.join(", ", ReportFormat.allWords())))));
    }
    return formats;
  }

  static String version() {
    return Optional.ofNullable(RedshankMojo.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
