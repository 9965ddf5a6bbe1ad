package dev.redshank.cli;

import dev.redshank.core.config.ConfigKey;
import dev.redshank.core.config.LintConfig;
import dev.redshank.core.config.PathOverride;
import dev.redshank.core.config.RulePolicy;
import dev.redshank.core.config.Surroundings;
import dev.redshank.core.impact.Timeout;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.project.FailurePolicy;
import dev.redshank.core.project.Project;
import dev.redshank.core.report.ConfigSchemaJson;
import dev.redshank.core.report.Printable;
import dev.redshank.core.rule.RuleOption;
import dev.redshank.core.text.Position;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code redshank config}: what holds and who said so, or the schema of the file for editors. */
final class ConfigCommand implements Command {
  private static final String STANDARD = "default";

  private final Console console;

  ConfigCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec(CommandSpec spec) {
    spec.usageMessage()
        .description("Says which settings hold here, and which file or option they come from.");
    spec.addOption(OptionSpec.builder("--show")
        .type(boolean.class)
        .description("Print every setting, its value and where it comes from (the default).")
        .build());
    spec.addOption(OptionSpec.builder("--schema")
        .type(boolean.class)
        .description("Print the JSON Schema of redshank.yml, for editors.")
        .build());
    spec.addOption(Options.text("--pg-version", "14…18", "The version of the PostgreSQL server."));
    Failure.addTo(spec);
    ProjectOptions.addTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    if (parsed.hasMatchedOption("--schema")) {
      ConfigSchemaJson.write(ProjectOptions.knownRules(), console.out());
    } else {
      show(parsed, ProjectOptions.of(parsed, console));
    }
    console.out().flush();
    return ExitCode.CLEAN;
  }

  private void show(ParseResult parsed, Project project) throws IOException {
    LintConfig config = project.config();
    String file = config.source().map(SourceText::path).orElse("none");
    console.out().write("configuration: " + file + "\n\n");
    Optional<PgVersion> asked = Options.postgres(parsed);
    setting(
        config,
        ConfigKey.POSTGRES,
        asked.or(config::postgres).orElse(PgVersion.DEFAULT).toString(),
        option(parsed, "--pg-version"));
    setting(config, ConfigKey.PRESET, config.preset().words(), Optional.empty());
    paths(config);
    surroundings(config);
    FailurePolicy failing = Failure.of(parsed, config.failing()).policy();
    setting(config, ConfigKey.FAIL_ON, failing.threshold(), option(parsed, "--fail-on"));
    setting(
        config,
        ConfigKey.MAX_WARNINGS,
        failing.mostBelow().map(String::valueOf).orElse("no limit"),
        option(parsed, "--max-warnings"));
    policy(config, config.rules());
    for (PathOverride override : config.overrides()) {
      override(config, override);
    }
    int allowed = config.allowances().size();
    setting(
        config,
        ConfigKey.ALLOW,
        allowed + (allowed == 1 ? " finding" : " findings"),
        Optional.empty());
  }

  private void paths(LintConfig config) throws IOException {
    LintConfig.Migrations migrations = config.migrations();
    list(config, ConfigKey.PATHS, migrations.paths());
    list(config, ConfigKey.EXCLUDE, migrations.excluded().patterns());
    list(config, ConfigKey.HISTORY, migrations.history().patterns());
    list(config, ConfigKey.DOWN, migrations.down().patterns());
    setting(config, ConfigKey.SCHEMA, migrations.schema().orElse("none"), Optional.empty());
    setting(config, ConfigKey.BASELINE, config.baseline().orElse("none"), Optional.empty());
    setting(
        config,
        ConfigKey.SQUAWK_COMMENTS,
        String.valueOf(config.squawkComments()),
        Optional.empty());
  }

  private void surroundings(LintConfig config) throws IOException {
    Surroundings around = config.surroundings();
    setting(
        config,
        ConfigKey.TRANSACTION,
        around.transactions().map(ConfigCommand::words).orElse("as the tool does"),
        Optional.empty());
    line("timeouts", "", "");
    timeout(config, ConfigKey.LOCK, around.lockTimeout());
    timeout(config, ConfigKey.STATEMENT, around.statementTimeout());
  }

  private void timeout(LintConfig config, ConfigKey key, Optional<Timeout> timeout)
      throws IOException {
    String value = timeout.flatMap(Timeout::value).orElse("not set");
    line("  " + key.text(), value, origin(config, key));
  }

  private static String words(TransactionMode mode) {
    return switch (mode) {
      case WRAPPED, DETECTED, MIXED -> "file";
      case AUTOCOMMIT -> "none";
      case SIMPLE_QUERY -> "message";
    };
  }

  private void policy(LintConfig config, RulePolicy policy) throws IOException {
    String origin = origin(config, ConfigKey.RULES);
    line(
        "rules",
        policy.levels().isEmpty() && policy.chosen().isEmpty() ? "as they are" : "",
        origin);
    rules(policy);
  }

  private void rules(RulePolicy policy) throws IOException {
    for (var level : policy.levels().entrySet()) {
      line("  " + level.getKey(), level.getValue().words(), "");
    }
    for (var rule : policy.chosen().entrySet()) {
      for (var option : rule.getValue().entrySet()) {
        line("  " + rule.getKey() + "." + option.getKey(), shown(option.getValue()), "");
      }
    }
  }

  private static String shown(Object value) {
    if (value instanceof Timeout timeout) {
      return timeout.value().orElse("0");
    }
    return value instanceof RuleOption.Texts texts
        ? String.join(", ", texts.all())
        : String.valueOf(value);
  }

  private void override(LintConfig config, PathOverride override) throws IOException {
    String paths = String.join(", ", override.paths().patterns());
    line("in " + paths, "", origin(config, ConfigKey.OVERRIDES));
    override.surroundings().transactions().ifPresent(mode -> write("  transaction", words(mode)));
    override
        .surroundings()
        .lockTimeout()
        .flatMap(Timeout::value)
        .ifPresent(value -> write("  timeouts.lock", value));
    override
        .surroundings()
        .statementTimeout()
        .flatMap(Timeout::value)
        .ifPresent(value -> write("  timeouts.statement", value));
    rules(override.rules());
  }

  private void list(LintConfig config, ConfigKey key, List<String> values) throws IOException {
    setting(config, key, values.isEmpty() ? "none" : String.join(", ", values), Optional.empty());
  }

  private static Optional<String> option(ParseResult parsed, String name) {
    return Options.value(parsed, name).map(value -> name);
  }

  private void setting(LintConfig config, ConfigKey key, String value, Optional<String> option)
      throws IOException {
    line(key.text(), value, option.orElse(origin(config, key)));
  }

  private static String origin(LintConfig config, ConfigKey key) {
    Span place = config.places().get(key);
    if (place == null || config.source().isEmpty()) {
      return STANDARD;
    }
    SourceText source = config.source().get();
    Position start = source.position(place.start());
    return source.path() + ":" + start.line() + ":" + start.column();
  }

  private void write(String name, String value) {
    try {
      line(name, value, "");
    } catch (IOException nobodyReads) {
      throw new java.io.UncheckedIOException(nobodyReads);
    }
  }

  private void line(String name, String value, String origin) throws IOException {
    StringBuilder line = new StringBuilder(name);
    pad(line, 34);
    line.append(value);
    pad(line, 34 + 28);
    line.append(origin);
    console.out().write(Printable.of(line.toString().stripTrailing()) + "\n");
  }

  private static void pad(StringBuilder line, int width) {
    do {
      line.append(' ');
    } while (line.length() < width);
  }
}
