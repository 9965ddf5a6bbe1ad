package dev.redshank.core.project;

import dev.redshank.core.config.ConfigReader;
import dev.redshank.core.config.ConfigReading;
import dev.redshank.core.config.LintConfig;
import dev.redshank.core.migration.FlywayNaming;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.migration.Roots;
import dev.redshank.core.migration.SchemaDump;
import dev.redshank.core.rule.ProjectRules;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.text.SourceText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The project around a run.
 *
 * @param root what results name files relative to
 * @param config what it says about itself
 * @param known every rule that its configuration or a comment may name
 * @param naming how its Flyway scripts are named
 * @param wanted which files may be migrations beside what it says, by their names in results; empty for all
 */
public record Project(
    Roots root,
    LintConfig config,
    List<RuleInfo> known,
    FlywayNaming naming,
    Optional<Predicate<String>> wanted) {
  public Project {
    known = List.copyOf(known);
  }

  /** The project around a folder, without its configuration. */
  public static Project unconfigured(Path directory, List<Rule> rules) {
    return new Project(
        Roots.of(directory),
        LintConfig.NONE,
        knownRules(rules),
        FlywayNaming.DEFAULT,
        Optional.empty());
  }

  /**
   * The project around a folder, with the configuration that is found from there upwards, if it has one.
   *
   * @throws BrokenInputException when the configuration has mistakes
   */
  public static Project of(Path directory, List<Rule> rules) {
    Project project = unconfigured(directory, rules);
    project.root.misnamedConfiguration().ifPresent(file -> refuse(project.root.nameOf(file)));
    return project.root.configuration().map(project::configured).orElse(project);
  }

  private static void refuse(String misnamed) {
    String message = "is not read: the configuration of a project is called %s. Rename it."
        .formatted(Roots.CONFIGURATION);
    throw new BrokenInputException(List.of(new Problem(misnamed, Optional.empty(), message)));
  }

  /**
   * The same project, configured by a file.
   *
   * @throws BrokenInputException when it has mistakes or cannot be read
   */
  public Project configured(Path file) {
    Reading text = MigrationReader.read(file, root.nameOf(file));
    if (text.problem().isPresent()) {
      throw new BrokenInputException(List.of(text.problem().get()));
    }
    SourceText source = text.source().orElseThrow();
    ConfigReading reading = ConfigReader.read(source, known);
    if (!reading.problems().isEmpty()) {
      throw new BrokenInputException(reading.problems());
    }
    return new Project(root, reading.config(), known, naming, wanted);
  }

  /** The same project with Flyway scripts of other names. */
  public Project named(FlywayNaming names) {
    return new Project(root, config, known, names, wanted);
  }

  /** The same project of which only some files are migrations. */
  Project only(Optional<Predicate<String>> asked) {
    return new Project(root, config, known, naming, asked);
  }

  /** What the project says about paths whose names do not tell. */
  MigrationFinder.Kinds kinds() {
    MigrationFinder.Kinds said = config.kinds(naming);
    return wanted.isEmpty()
        ? said
        : new MigrationFinder.Kinds(Optional.of(this::isExcluded), said.down(), naming);
  }

  /** Whether a path is no migration. */
  boolean isExcluded(String path) {
    return config.migrations().excluded().matches(path)
        || wanted.filter(asked -> !asked.test(path)).isPresent();
  }

  /** Whether a file is there, by its name in results. */
  public boolean exists(String path) {
    try {
      return Files.exists(root.folder().resolve(path));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  /** The file with the findings that were there before, where the configuration names one. */
  public Optional<Path> baseline() {
    return config.baseline().map(root.folder()::resolve);
  }

  /** The dump that the first migration finds, where the configuration names one. */
  public Optional<MigrationFile> schema() {
    return config.migrations().schema().map(root.folder()::resolve).map(this::schema);
  }

  /** A dump that the first migration finds. */
  public MigrationFile schema(Path dump) {
    return SchemaDump.file(dump.normalize(), root.nameOf(dump));
  }

  /** Every rule that a configuration or comment may name: these, and those about projects. */
  public static List<RuleInfo> knownRules(List<Rule> rules) {
    List<RuleInfo> known = new ArrayList<>(rules.stream().map(Rule::info).toList());
    known.addAll(ProjectRules.all());
    return known;
  }
}
