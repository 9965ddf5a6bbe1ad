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
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
public final class ProjectLint {
  private final RuleBook rules;
  private final Path directory;
  private final Supplier<LocalDate> today;
  private List<String> paths = List.of();
  private Optional<Predicate<String>> wanted = Optional.empty();
  private Optional<Path> configuration = Optional.empty();
  private Optional<PgVersion> postgres = Optional.empty();
  private Optional<String> since = Optional.empty();
  private Optional<Path> baseline = Optional.empty();
  private FlywayNaming naming = FlywayNaming.DEFAULT;
  private boolean writesBaseline;

  private ProjectLint(RuleBook rules, Path directory, Supplier<LocalDate> today) {
    this.rules = rules;
    this.directory = directory;
    this.today = today;
  }

  /**
   * A run over the project around a folder, of which nothing more is said.
   *
   * @param rules those that may be asked
   * @param directory what paths are relative to, and where the search for the configuration begins
   * @param today the day of the run, asked only where a suppression ends some day
   */
  public static ProjectLint of(RuleBook rules, Path directory, Supplier<LocalDate> today) {
    return new ProjectLint(rules, directory.toAbsolutePath().normalize(), today);
  }

  /** A run of which one thing is to be said differently: none changes once it is handed out. */
  private ProjectLint copy() {
    ProjectLint copy = new ProjectLint(rules, directory, today);
    copy.paths = paths;
    copy.wanted = wanted;
    copy.configuration = configuration;
    copy.postgres = postgres;
    copy.since = since;
    copy.baseline = baseline;
    copy.naming = naming;
    copy.writesBaseline = writesBaseline;
    return copy;
  }

  /** The rules that may be asked. */
  public RuleBook rules() {
    return rules;
  }

  /**
   * The same run over these paths, relative to the folder.
   *
   * @param places files, folders or globs; none: those of the configuration
   */
  public ProjectLint paths(List<String> places) {
    ProjectLint copy = copy();
    copy.paths = List.copyOf(places);
    return copy;
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
    ProjectLint copy = copy();
    copy.wanted = Optional.of(path -> (in.isEmpty() || in.matches(path)) && !out.matches(path));
    return copy;
  }

  /** The same run with this configuration instead of the nearest redshank.yml upwards, in the repository. */
  public ProjectLint configuration(Path file) {
    ProjectLint copy = copy();
    copy.configuration = Optional.of(file);
    return copy;
  }

  /** The same run for a server of this version instead of the configuration's. */
  public ProjectLint postgres(PgVersion version) {
    ProjectLint copy = copy();
    copy.postgres = Optional.of(version);
    return copy;
  }

  /** The same run, reporting only what is new or changed since this branch left {@code reference}. */
  public ProjectLint changedSince(String reference) {
    ProjectLint copy = copy();
    copy.since = Optional.of(reference);
    return copy;
  }

  /** The same run, reporting only what this file of known findings does not hold, instead of the configuration's. */
  public ProjectLint baseline(Path file) {
    ProjectLint copy = copy();
    copy.baseline = Optional.of(file);
    return copy;
  }

  /** The same run over Flyway scripts of other names. */
  public ProjectLint naming(FlywayNaming names) {
    ProjectLint copy = copy();
    copy.naming = names;
    return copy;
  }

  /** The same run, of which every finding is to be known from now on, so that no baseline is read. */
  public ProjectLint writingBaseline() {
    ProjectLint copy = copy();
    copy.writesBaseline = true;
    return copy;
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
        folder -> inputs.reach(folder, project),
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
