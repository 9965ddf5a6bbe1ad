package dev.redshank.cli;

import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.Linter;
import dev.redshank.core.lint.RuleCrash;
import dev.redshank.core.report.LintJson;
import dev.redshank.core.report.LintText;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.rules.RedshankRules;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code redshank lint}: findings. */
final class LintCommand implements Command {
  private final Console console;

  LintCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec(CommandSpec spec) {
    spec.usageMessage()
        .description("Finds what is dangerous in migrations.")
        .footer(
            "",
            "Exit code: 0 clean, 1 findings at or above --fail-on, 2 something to mend (usage, paths,"
                + " unreadable input), 3 Redshank itself failed.");
    Options.addPaths(spec);
    Options.addTimeline(spec);
    Options.addFormat(spec);
    spec.addOption(OptionSpec.builder("--fail-on")
        .paramLabel("error|warning|note|never")
        .type(String.class)
        .defaultValue("error")
        .description("The mildest severity that makes the run fail (default: error).")
        .build());
    spec.addOption(OptionSpec.builder("--fail-on-unread")
        .type(boolean.class)
        .description("Exit with 2 when a part of a migration was not understood.")
        .build());
    RuleChoice.addTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    String failOn = Options.oneOf(
        "--fail-on",
        parsed.matchedOptionValue("--fail-on", "error"),
        List.of("error", "warning", "note", "never"));
    RuleSet rules = RuleSet.of(RuleChoice.chosen(parsed, RedshankRules.all()));
    boolean json = Options.isJson(parsed);
    var textOptions = Options.textOptions(parsed, console);
    var settings = Options.settings(parsed);
    Inputs inputs = Inputs.of(parsed, console);
    LintResult result = new Linter(rules, settings).lint(inputs.migrations(), inputs.reader());
    if (json) {
      LintJson.write(result, rules, Version.OF_REDSHANK, console.out());
    } else {
      LintText.write(result, textOptions, console.out());
    }
    console.out().flush();
    Inputs.say(result.problems(), console);
    result.crashes().forEach(this::say);
    return code(result, failOn, parsed.hasMatchedOption("--fail-on-unread"));
  }

  private void say(RuleCrash crash) {
    console.say("redshank: internal error: rule "
        + crash.rule()
        + " failed at "
        + crash.path()
        + ":"
        + crash.line()
        + ": "
        + crash.error());
  }

  private static int code(LintResult result, String failOn, boolean failOnUnread) {
    if (!result.crashes().isEmpty()) {
      return ExitCode.BROKEN;
    }
    if (!result.problems().isEmpty() || (failOnUnread && !result.notRead().isEmpty())) {
      return ExitCode.USER;
    }
    boolean fails =
        result.findings().stream().anyMatch(found -> isAtLeast(found.finding().severity(), failOn));
    return fails ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private static boolean isAtLeast(Severity severity, String failOn) {
    return switch (failOn) {
      case "error" -> severity == Severity.ERROR;
      case "warning" -> severity != Severity.NOTE;
      case "note" -> true;
      default -> false;
    };
  }
}
