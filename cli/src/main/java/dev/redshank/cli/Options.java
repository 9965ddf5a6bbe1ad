package dev.redshank.cli;

import dev.redshank.core.config.LintConfig;
import dev.redshank.core.lint.LintSettings;
import dev.redshank.core.lint.Review;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.project.Project;
import dev.redshank.core.report.TextOptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options that several commands share, and what they mean. */
final class Options {
  private Options() {}

  static void addPaths(CommandSpec spec) {
    spec.addPositional(PositionalParamSpec.builder()
        .paramLabel("PATH")
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description("Migration files, folders or globs; - reads standard input.")
        .build());
    spec.addOption(text(
        "--stdin-filename",
        "NAME",
        "How results name standard input; its name decides the tool and direction."));
  }

  static void addFormat(CommandSpec spec) {
    spec.addOption(OptionSpec.builder("--format")
        .paramLabel("text|json")
        .type(String.class)
        .defaultValue("text")
        .description("How results are written (default: text).")
        .build());
    addColour(spec);
  }

  static void addColour(CommandSpec spec) {
    spec.addOption(OptionSpec.builder("--color")
        .paramLabel("auto|always|never")
        .type(String.class)
        .defaultValue("auto")
        .description("Colour in text (default: auto, on a terminal only).")
        .build());
  }

  static void addTimeline(CommandSpec spec) {
    spec.addOption(
        text("--pg-version", "14…18", "The version of the PostgreSQL server (default: 17)."));
    spec.addOption(
        text(
            "--since",
            "VERSION",
            "The first version of this deploy: earlier migrations are read as history and not reported."));
  }

  static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  static List<String> paths(ParseResult parsed) {
    return parsed.matchedPositionalValue(0, List.of());
  }

  static Optional<String> value(ParseResult parsed, String option) {
    return parsed.hasMatchedOption(option)
        ? Optional.of(parsed.matchedOptionValue(option, ""))
        : Optional.empty();
  }

  static boolean isJson(ParseResult parsed) {
    return oneOf("--format", parsed.matchedOptionValue("--format", "text"), List.of("text", "json"))
        .equals("json");
  }

  static TextOptions textOptions(ParseResult parsed, Console console) {
    String colour = oneOf(
        "--color",
        parsed.matchedOptionValue("--color", "auto"),
        List.of("auto", "always", "never"));
    return new TextOptions(console.width(), console.colour(colour));
  }

  /** Text whose paths are links, where the terminal opens them; what stands on standard input is no file. */
  static TextOptions linked(
      TextOptions text, ParseResult parsed, Console console, Project project) {
    boolean links = text.colour() && console.opensLinks() && !paths(parsed).contains("-");
    return links
        ? new TextOptions(
            text.width(), true, Optional.of(project.root().folder().toUri().toASCIIString()))
        : text;
  }

  /** A file is no terminal. */
  static TextOptions textOptionsOfFile(ParseResult parsed, Console console) {
    TextOptions asked = textOptions(parsed, console);
    boolean always = parsed.matchedOptionValue("--color", "auto").equalsIgnoreCase("always");
    return new TextOptions(asked.width(), asked.colour() && always);
  }

  static LintSettings settings(ParseResult parsed, LintConfig config, Review review) {
    PgVersion postgres = postgres(parsed).or(config::postgres).orElse(PgVersion.DEFAULT);
    return LintSettings.of(config, postgres, value(parsed, "--since"), review);
  }

  /** The version that the command line names. */
  static Optional<PgVersion> postgres(ParseResult parsed) {
    return value(parsed, "--pg-version").map(Options::postgres);
  }

  private static PgVersion postgres(String asked) {
    return PgVersion.parse(asked)
        .orElseThrow(() -> new UsageException("PostgreSQL version '"
            + asked
            + "' is not known. Known are "
            + PgVersion.all().stream().map(PgVersion::toString).collect(Collectors.joining(", "))
            + "."));
  }

  /** The value, when it is one of those that are known. */
  static String oneOf(String option, String value, List<String> known) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (!known.contains(lower)) {
      throw new UsageException("Unknown value '" + value + "' for " + option + ". Known are "
          + String.join(", ", known) + ".");
    }
    return lower;
  }
}
