package dev.redshank.gradle;

import dev.redshank.core.migration.FlywayNaming;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.project.BrokenInputException;
import dev.redshank.core.project.FlywayProject;
import dev.redshank.core.project.MigrationPlaces;
import dev.redshank.core.project.Project;
import dev.redshank.core.project.ProjectLint;
import dev.redshank.core.project.ReportFormat;
import dev.redshank.core.project.RunIdentity;
import dev.redshank.rules.RedshankRules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.gradle.api.DefaultTask;
import org.gradle.api.GradleException;
import org.gradle.api.file.ConfigurableFileCollection;
import org.gradle.api.file.RegularFileProperty;
import org.gradle.api.provider.ListProperty;
import org.gradle.api.provider.Property;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.InputFiles;
import org.gradle.api.tasks.Internal;
import org.gradle.api.tasks.PathSensitive;
import org.gradle.api.tasks.PathSensitivity;
import org.gradle.api.tasks.TaskAction;

/** What all tasks are told. */
@API(status = API.Status.MAINTAINED, since = "0.1")
public abstract class RedshankTask extends DefaultTask {
  /** Folders or files with migrations that the build script names. */
  @InputFiles
  @PathSensitive(PathSensitivity.NONE)
  public abstract ConfigurableFileCollection getSources();

  /** Whether it names any; else they are looked for. */
  @Input
  public abstract Property<Boolean> getSourcesNamed();

  /** The folders of resources in which they are looked for. */
  @Internal
  public abstract ListProperty<File> getResources();

  /** What the build script tells Flyway's plugin; one for each plugin. */
  @Internal
  public abstract ListProperty<Map<String, String>> getFlyway();

  /** Patterns of the migrations that count. */
  @Input
  public abstract ListProperty<String> getIncludes();

  /** Patterns of the migrations that are left out. */
  @Input
  public abstract ListProperty<String> getExcludes();

  /** The major version of the server. */
  @Input
  @org.gradle.api.tasks.Optional
  public abstract Property<Integer> getPgVersion();

  /** The configuration that a build script names. */
  @Internal
  public abstract RegularFileProperty getConfigFile();

  /** The file with the findings that were there before. */
  @Internal
  public abstract RegularFileProperty getBaselineFile();

  /** Reports only what changed since. */
  @Input
  @org.gradle.api.tasks.Optional
  public abstract Property<String> getChangedSince();

  /** The project's folder. */
  @Internal
  public abstract Property<File> getDirectory();

  /**
   * What else the result depends on: the migrations and their names, the configuration, the baseline, what git says changed, and the
   * day where it matters. Gradle asks when the task is about to run, so this is never older than the files.
   */
  @Input
  public String getIdentity() {
    try {
      return placed().map(lint -> RunIdentity.of(lint.prepare())).orElse("no migrations");
    } catch (BrokenInputException | GradleException broken) {
      // The run says it and fails, so that nothing of it is remembered.
      return "broken";
    }
  }

  /** Runs the task. */
  @TaskAction
  public final void run() {
    try {
      Optional<ProjectLint> lint = placed();
      if (lint.isEmpty()) {
        getLogger().lifecycle("There are no migrations in this project.");
        return;
      }
      lint(lint.get());
    } catch (BrokenInputException broken) {
      throw new GradleException(String.valueOf(broken.getMessage()), broken);
    } catch (IOException failure) {
      throw new GradleException("A file cannot be written: " + failure, failure);
    }
  }

  abstract void lint(ProjectLint lint) throws IOException;

  /** Empty where the project has no migrations and nobody says that it has. */
  private Optional<ProjectLint> placed() {
    FlywayProject flyway = flyway();
    ProjectLint lint = told().naming(flyway.naming());
    if (getSourcesNamed().get()) {
      return Optional.of(lint.paths(sources()));
    }
    // Looked up when a task runs, as files come and go while Gradle keeps the configuration.
    return new MigrationPlaces(directory(), resources(), flyway, getConfigFile().isPresent())
        .in(lint);
  }

  private List<String> sources() {
    List<String> paths = new ArrayList<>();
    for (File source : getSources().getFiles()) {
      Path path = source.toPath();
      paths.add((path.startsWith(directory()) ? directory().relativize(path) : path).toString());
    }
    if (paths.isEmpty()) {
      throw new GradleException(
          "The sources of redshank { … } hold no file. Mend their folder or their patterns.");
    }
    return paths;
  }

  private Path directory() {
    return getDirectory().get().toPath();
  }

  private List<Path> resources() {
    return getResources().get().stream().map(File::toPath).toList();
  }

  private FlywayProject flyway() {
    return getFlyway().get().stream()
        .findFirst()
        .map(FlywayProject::of)
        .or(() -> FlywayProject.ofSpring(resources()))
        .orElseGet(() -> new FlywayProject(List.of(), FlywayNaming.DEFAULT));
  }

  private ProjectLint told() {
    ProjectLint lint = ProjectLint.of(
        RedshankRules.book().withProvided(RedshankTask.class.getClassLoader()),
        directory(),
        () -> LocalDate.now(ZoneOffset.UTC));
    if (getConfigFile().isPresent()) {
      lint = lint.configuration(getConfigFile().get().getAsFile().toPath());
    }
    if (getPgVersion().isPresent()) {
      lint = lint.postgres(version(getPgVersion().get()));
    }
    if (getChangedSince().isPresent()) {
      lint = lint.changedSince(getChangedSince().get());
    }
    return withBaseline(only(lint));
  }

  private ProjectLint only(ProjectLint lint) {
    try {
      List<String> includes = getIncludes().get();
      List<String> excludes = getExcludes().get();
      return includes.isEmpty() && excludes.isEmpty() ? lint : lint.only(includes, excludes);
    } catch (IllegalArgumentException pattern) {
      throw new GradleException(
          "A pattern of includes or excludes cannot be read: " + pattern.getMessage(), pattern);
    }
  }

  private ProjectLint withBaseline(ProjectLint lint) {
    Path file = baselineFile(lint.project());
    return getBaselineFile().isPresent() || Files.exists(file) ? lint.baseline(file) : lint;
  }

  /** Where the known findings are, or go to: the build script wins over the configuration. */
  final Path baselineFile(Project around) {
    return getBaselineFile().isPresent()
        ? getBaselineFile().get().getAsFile().toPath()
        : around.baseline().orElseGet(() -> directory().resolve(Wiring.USUAL_BASELINE));
  }

  private static PgVersion version(int major) {
    return PgVersion.parse(String.valueOf(major))
        .orElseThrow(() -> new GradleException("pgVersion is %d. Known are %s."
            .formatted(
                major,
                PgVersion.all().stream()
                    .map(PgVersion::toString)
                    .collect(Collectors.joining(", ")))));
  }

  /** The formats of these names. */
  static List<ReportFormat> formats(List<String> names) {
    List<ReportFormat> formats = new ArrayList<>();
    for (String name : names) {
      formats.add(ReportFormat.named(name)
          .orElseThrow(() -> new GradleException("There is no format '%s'. Known are %s."
              .formatted(name, String.join(", ", ReportFormat.allWords())))));
    }
    return formats;
  }

  static String version() {
    return Optional.ofNullable(RedshankTask.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
