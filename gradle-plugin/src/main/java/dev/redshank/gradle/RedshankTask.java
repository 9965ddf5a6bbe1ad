package dev.redshank.gradle;

import dev.redshank.core.migration.FlywayNaming;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.project.BrokenInputException;
import dev.redshank.core.project.Project;
import dev.redshank.core.project.ProjectLint;
import dev.redshank.core.project.ReportFormat;
import dev.redshank.rules.RedshankRules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
public abstract class RedshankTask extends DefaultTask {
  /** Folders or files with migrations. */
  @InputFiles
  @PathSensitive(PathSensitivity.RELATIVE)
  public abstract ConfigurableFileCollection getSources();

  /** Whether the paths of the configuration count rather than {@link #getSources}, which holds the same. */
  @Input
  public abstract Property<Boolean> getConfigured();

  /** How Flyway's scripts are named: prefixes, separator, suffixes. */
  @Input
  public abstract ListProperty<String> getNaming();

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

  /** The configuration. */
  @InputFiles
  @PathSensitive(PathSensitivity.NONE)
  public abstract ConfigurableFileCollection getConfigurations();

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

  /** What git says changed since, which is no file. */
  @Input
  @org.gradle.api.tasks.Optional
  public abstract Property<String> getChanges();

  /** The day of the run, on which accepted findings may be accepted no longer. */
  @Input
  public abstract Property<String> getToday();

  /** The project's folder. */
  @Internal
  public abstract Property<File> getDirectory();

  /** Runs the task. */
  @TaskAction
  public final void run() {
    if (getSources().isEmpty() && !getConfigured().get()) {
      getLogger().lifecycle("There are no migrations in this project.");
      return;
    }
    try {
      lint(prepared());
    } catch (BrokenInputException broken) {
      throw new GradleException(String.valueOf(broken.getMessage()), broken);
    } catch (IOException failure) {
      throw new GradleException("A file cannot be written: " + failure, failure);
    }
  }

  abstract void lint(ProjectLint lint) throws IOException;

  private ProjectLint prepared() {
    Path directory = getDirectory().get().toPath();
    ProjectLint lint = ProjectLint.of(
            RedshankRules.book().withProvided(RedshankTask.class.getClassLoader()),
            directory,
            () -> LocalDate.parse(getToday().get()))
        .naming(naming(getNaming().get()));
    if (!getConfigured().get()) {
      lint = lint.paths(getSources().getFiles().stream().map(File::getPath).toList());
    }
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
    return Files.exists(file) ? lint.baseline(file) : lint;
  }

  /** Where the known findings are, or go to: the build script wins over the configuration. */
  final Path baselineFile(Project around) {
    return getBaselineFile().isPresent()
        ? getBaselineFile().get().getAsFile().toPath()
        : around
            .baseline()
            .orElseGet(() -> getDirectory().get().toPath().resolve(RedshankPlugin.USUAL_BASELINE));
  }

  private static FlywayNaming naming(List<String> names) {
    return new FlywayNaming(
        names.get(0),
        names.get(1),
        names.get(2),
        names.get(3),
        names.get(4),
        names.subList(5, names.size()));
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
