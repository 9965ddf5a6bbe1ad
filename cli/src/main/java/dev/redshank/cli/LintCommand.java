package dev.redshank.cli;

import dev.redshank.core.config.LintConfig;
import dev.redshank.core.lint.Acceptance;
import dev.redshank.core.lint.Explainer;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.Linter;
import dev.redshank.core.lint.RuleCrash;
import dev.redshank.core.report.TextOptions;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.rules.RedshankRules;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
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
    Outputs.addTo(spec);
    Failure.addTo(spec);
    RuleChoice.addTo(spec);
    Scope.addTo(spec);
    Inputs.addSchemaTo(spec);
    KnownFindings.addTo(spec);
    Project.addTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    Outputs outputs = Outputs.of(parsed, console);
    TextOptions colours = Options.textOptions(parsed, console);
    Project project = Project.of(parsed, console);
    TextOptions text = Options.linked(colours, parsed, console, project);
    Failure failure = Failure.of(parsed, project.config().failing());
    LintConfig config = RuleChoice.config(parsed, project.config());
    RuleSet rules = RuleSet.of(RuleChoice.chosen(parsed, config, RedshankRules.all()));
    Scope scope = Scope.of(parsed, console, project, Inputs.of(parsed, console, project));
    var settings = Options.settings(parsed, config, scope.review());
    KnownFindings known = KnownFindings.of(parsed, console, project);
    Acceptance acceptance = new Acceptance(
        Project.knownRules(),
        RuleChoice.aboutProject(parsed),
        console.today(),
        project::exists,
        known.read(),
        scope.applied());
    Inputs inputs = scope.inputs();
    outputs.spare(inputs.migrations().migrations());
    LintResult result =
        new Linter(rules, settings, acceptance).lint(inputs.migrations(), inputs.reader());
    int written = outputs.write(new ReportFormat.Report(
        result,
        rules,
        text,
        GithubLog.isHere(console),
        () -> new Explainer(settings).explain(inputs.migrations(), inputs.reader())));
    Inputs.say(result.problems(), console);
    known.write(result);
    result.crashes().forEach(this::say);
    return Math.max(written, failure.code(result, console));
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
}
