package dev.redshank.core.project;

import dev.redshank.core.baseline.Baseline;
import dev.redshank.core.change.GitRefusal;
import dev.redshank.core.config.LintConfig;
import dev.redshank.core.config.PathGlobs;
import dev.redshank.core.lint.Acceptance;
import dev.redshank.core.lint.LintSettings;
import dev.redshank.core.migration.FlywayNaming;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * Lints a project as {@code redshank lint} does, for build tools and tests: with its configuration, its baseline, and git.
 * What is left out is taken from the configuration, then from the defaults.
 *
 * <pre>{@code
 * LintRun run = ProjectLint.of(rules, directory, today)
 *     .paths(List.of("src/main/resources/db/migration"))
 *     .changedSince("origin/main")
 *     .prepare();
 * LintResult result = run.lint();
 * }</pre>
 *
 * @param rules those that may be asked
 * @param directory what paths are relative to, and where the search for the configuration begins
 * @param today the day of the run, asked only where a suppression ends some day
 * @param paths files, folders or globs; none: those of the configuration
 * @param wanted which of the files that are found there count, by their names in results; empty for all
 * @param configuration the project's configuration; empty: the nearest redshank.yml upwards, in the repository
 * @param postgres the server's version
 * @param since the branch, tag or commit since which migrations are new
 * @param baseline the file with the findings that were there before
 * @param naming how Flyway scripts are named
 * @param writesBaseline whether every finding is known from now on, so that none is read
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public record ProjectLint(
    RuleBook rules,
    Path directory,
    Supplier<LocalDate> today,
    List<String> paths,
    Optional<Predicate<String>> wanted,
    Optional<Path> configuration,
    Optional<PgVersion> postgres,
    Optional<String> since,
    Optional<Path> baseline,
    FlywayNaming naming,
    boolean writesBaseline) {
  public ProjectLint {
    directory = directory.toAbsolutePath().normalize();
    paths = List.copyOf(paths);
  }

  /** A run over the project around a folder, of which nothing more is said. */
  public static ProjectLint of(RuleBook rules, Path directory, Supplier<LocalDate> today) {
    return new ProjectLint(
        rules,
        directory,
        today,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        FlywayNaming.DEFAULT,
        false);
  }

  /** The same run over these paths. */
  public ProjectLint paths(List<String> places) {
    return new ProjectLint(
        rules,
        directory,
        today,
        places,
        wanted,
        configuration,
        postgres,
        since,
        baseline,
        naming,
        writesBaseline);
  }

  /**
   * The same run over some of the files that are found.
   *
   * @param includes patterns of paths as results write them; none for all
   * @param excludes patterns of those that are left out
   * @throws IllegalArgumentException for a pattern that cannot be read
   */
  public ProjectLint only(List<String> includes, List<String> excludes) {
    PathGlobs in = PathGlobs.of(includes);
    PathGlobs out = PathGlobs.of(excludes);
    Predicate<String> asked = path -> (in.isEmpty() || in.matches(path)) && !out.matches(path);
    return new ProjectLint(
        rules,
        directory,
        today,
        paths,
        Optional.of(asked),
        configuration,
        postgres,
        since,
        baseline,
        naming,
        writesBaseline);
  }

  /** The same run with this configuration. */
  public ProjectLint configuration(Path file) {
    return new ProjectLint(
        rules,
        directory,
        today,
        paths,
        wanted,
        Optional.of(file),
        postgres,
        since,
        baseline,
        naming,
        writesBaseline);
  }

  /** The same run for a server of this version. */
  public ProjectLint postgres(PgVersion version) {
    return new ProjectLint(
        rules,
        directory,
        today,
        paths,
        wanted,
        configuration,
        Optional.of(version),
        since,
        baseline,
        naming,
        writesBaseline);
  }

  /** The same run, reporting only what is new or changed since this branch left {@code reference}. */
  public ProjectLint changedSince(String reference) {
    return new ProjectLint(
        rules,
        directory,
        today,
        paths,
        wanted,
        configuration,
        postgres,
        Optional.of(reference),
        baseline,
        naming,
        writesBaseline);
  }

  /** The same run, reporting only what this file of known findings does not hold. */
  public ProjectLint baseline(Path file) {
    return new ProjectLint(
        rules,
        directory,
        today,
        paths,
        wanted,
        configuration,
        postgres,
        since,
        Optional.of(file),
        naming,
        writesBaseline);
  }

  /** The same run over Flyway scripts of other names. */
  public ProjectLint naming(FlywayNaming names) {
    return new ProjectLint(
        rules,
        directory,
        today,
        paths,
        wanted,
        configuration,
        postgres,
        since,
        baseline,
        names,
        writesBaseline);
  }

  /** The same run, of which every finding is to be known from now on. */
  public ProjectLint writingBaseline() {
    return new ProjectLint(
        rules,
        directory,
        today,
        paths,
        wanted,
        configuration,
        postgres,
        since,
        baseline,
        naming,
        true);
  }

  /** The project, with its configuration. */
  public Project project() {
    Project found = configuration.isPresent()
        ? Project.unconfigured(directory, rules.rules()).configured(configuration.get())
        : Project.of(directory, rules.rules());
    return found.named(naming).only(wanted);
  }

  /**
   * Reads everything that steers the run.
   *
   * @throws BrokenInputException when something of it has mistakes, or git does not know the reference
   */
  public LintRun prepare() {
    Project project = project();
    return prepare(project, inputs(project));
  }

  /**
   * Reads everything that steers a run over migrations that are no files on disk, as those in a jar.
   *
   * @param texts by the names that results are to write
   * @throws BrokenInputException when something of it has mistakes
   */
  public LintRun prepare(Map<String, byte[]> texts) {
    Project project = project();
    return prepare(project, Inputs.given(texts, directory, project));
  }

  private LintRun prepare(Project project, Inputs found) {
    LintConfig config = project.config();
    Optional<MigrationFile> dump = project.schema();
    Inputs inputs = dump.map(found::behind).orElse(found);
    Scope reported = scope(project, inputs).withoutHistory(project);
    Scope scope = dump.map(reported::behind).orElse(reported);
    LintSettings settings = LintSettings.of(
        config,
        postgres.or(config::postgres).orElse(PgVersion.DEFAULT),
        Optional.empty(),
        scope.review());
    Acceptance acceptance = new Acceptance(
        project.known(),
        Acceptance.projectRules(),
        today,
        project::exists,
        new Acceptance.Known(known(project), writesBaseline),
        scope.applied());
    return new LintRun(
        scope.inputs(), RuleSet.of(config.chosen(rules.rules())), settings, acceptance);
  }

  private Inputs inputs(Project project) {
    List<String> configured = project.config().migrations().paths();
    if (!paths.isEmpty()) {
      return Inputs.found(paths, directory, project);
    }
    if (configured.isEmpty()) {
      throw refused(
          directory.toString(),
          "nobody says where the migrations are. Name their folder here, or as paths in redshank.yml.");
    }
    return Inputs.found(configured, project.root().folder(), project);
  }

  private Scope scope(Project project, Inputs inputs) {
    if (since.isEmpty()) {
      return Scope.all(inputs);
    }
    try {
      return Scope.changedSince(since.get(), project, inputs);
    } catch (GitRefusal refusal) {
      throw refused("changedSince " + since.get(), String.valueOf(refusal.getMessage()));
    }
  }

  /** A baseline that the configuration names need not be there yet. */
  private Optional<Baseline> known(Project project) {
    if (writesBaseline) {
      return Optional.empty();
    }
    if (baseline.isPresent()) {
      return new KnownFindings(baseline.get(), project).read();
    }
    return project
        .baseline()
        .filter(Files::exists)
        .flatMap(file -> new KnownFindings(file, project).read());
  }

  private static BrokenInputException refused(String what, String why) {
    return new BrokenInputException(List.of(new Problem(what, Optional.empty(), why)));
  }
}
