package dev.redshank.cli;

import dev.redshank.core.config.ConfigReader;
import dev.redshank.core.config.ConfigReading;
import dev.redshank.core.config.LintConfig;
import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.migration.Roots;
import dev.redshank.core.rule.ProjectRules;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.rules.RedshankRules;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The project around a run.
 *
 * @param root what results name files relative to
 * @param config what it says about itself
 */
record Project(Roots root, LintConfig config) {
  private static final String CONFIG = "--config";
  private static final String NO_CONFIG = "--no-config";

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.text(
            CONFIG,
            "FILE",
            "The project's configuration (default: the nearest redshank.yml upwards, in the repository)."));
    spec.addOption(OptionSpec.builder(NO_CONFIG)
        .type(boolean.class)
        .description("Read no configuration.")
        .build());
  }

  /**
   * Finds the project and reads its configuration, if it has one.
   *
   * @throws BrokenInputException when the configuration has mistakes
   */
  static Project of(ParseResult parsed, Console console) {
    Roots root = Roots.of(console.directory());
    Optional<String> named = Options.value(parsed, CONFIG);
    boolean without = parsed.hasMatchedOption(NO_CONFIG);
    if (named.isPresent() && without) {
      throw new UsageException("--config and --no-config exclude each other. Leave one out.");
    }
    Optional<Path> file = named.isPresent()
        ? Optional.of(existing(named.get(), console))
        : without ? Optional.empty() : root.configuration();
    return new Project(root, file.map(path -> read(path, root)).orElse(LintConfig.NONE));
  }

  private static Path existing(String name, Console console) {
    try {
      Path file = console.directory().resolve(name);
      if (Files.isRegularFile(file)) {
        return file;
      }
    } catch (InvalidPathException noPath) {
      throw new UsageException("--config " + name + " is not a path on this system.");
    }
    throw new UsageException(
        "--config names " + name + ", but there is no such file. 'redshank init' writes one.");
  }

  private static LintConfig read(Path file, Roots root) {
    Reading text = MigrationReader.read(file, root.nameOf(file));
    if (text.problem().isPresent()) {
      throw new BrokenInputException(List.of(text.problem().get()));
    }
    ConfigReading reading = ConfigReader.read(text.source().orElseThrow(), knownRules());
    List<Problem> problems = reading.problems();
    if (!problems.isEmpty()) {
      throw new BrokenInputException(problems);
    }
    return reading.config();
  }

  /** Whether a file is there, by its name in results. */
  boolean exists(String path) {
    try {
      return Files.exists(root.folder().resolve(path));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  /** Every rule that a configuration or comment may name. */
  static List<RuleInfo> knownRules() {
    List<RuleInfo> known =
        new ArrayList<>(RedshankRules.all().stream().map(Rule::info).toList());
    known.addAll(ProjectRules.all());
    return known;
  }
}
