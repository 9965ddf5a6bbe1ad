package dev.redshank.cli;

import dev.redshank.core.project.Project;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.rules.RedshankRules;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --config} and {@code --no-config}: the project around a command. */
final class ProjectOptions {
  private static final String CONFIG = "--config";
  private static final String NO_CONFIG = "--no-config";

  private ProjectOptions() {}

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

  /** Finds the project and reads its configuration, if it has one. */
  static Project of(ParseResult parsed, Console console) {
    Optional<String> named = Options.value(parsed, CONFIG);
    boolean without = parsed.hasMatchedOption(NO_CONFIG);
    if (named.isPresent() && without) {
      throw new UsageException("--config and --no-config exclude each other. Leave one out.");
    }
    if (named.isPresent()) {
      Path file = existing(named.get(), console);
      return Project.unconfigured(console.directory(), RedshankRules.all()).configured(file);
    }
    return without
        ? Project.unconfigured(console.directory(), RedshankRules.all())
        : Project.of(console.directory(), RedshankRules.all());
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

  /** Every rule that a configuration or comment may name. */
  static List<RuleInfo> knownRules() {
    return Project.knownRules(RedshankRules.all());
  }
}
