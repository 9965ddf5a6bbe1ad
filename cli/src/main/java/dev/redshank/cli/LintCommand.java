package dev.redshank.cli;

import dev.redshank.core.config.LintConfig;
import dev.redshank.core.lint.Acceptance;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.RuleCrash;
import dev.redshank.core.project.Inputs;
import dev.redshank.core.project.LintRun;
import dev.redshank.core.project.Project;
import dev.redshank.core.project.ReportFormat;
import dev.redshank.core.project.Scope;
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
    ScopeOptions.addTo(spec);
    InputOptions.addSchemaTo(spec);
    BaselineOptions.addTo(spec);
    ProjectOptions.addTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    Outputs outputs = Outputs.of(parsed, console);
    TextOptions colours = Options.textOptions(parsed, console);
    Project project = ProjectOptions.of(parsed, console);
    TextOptions text = Options.linked(colours, parsed, console, project);
    Failure failure = Failure.of(parsed, project.config().failing());
    BaselineOptions known = BaselineOptions.of(parsed, console, project);
    LintRun run = run(parsed, project, known);
    outputs.spare(run.inputs().migrations().migrations());
    LintResult result = run.lint();
    int written = outputs.write(new ReportFormat.Report(
        result,
        run.rules(),
        text,
        GithubLog.isHere(console),
        run::explain,
        Version.OF_REDSHANK,
        Page::of));
    InputOptions.say(result.problems(), console);
    known.write(result);
    result.crashes().forEach(this::say);
    return Math.max(written, failure.code(result, console));
  }

  private LintRun run(ParseResult parsed, Project project, BaselineOptions known)
      throws IOException {
    LintConfig config = RuleChoice.config(parsed, project.config());
    RuleSet rules = RuleSet.of(RuleChoice.chosen(parsed, config, RedshankRules.all()));
    Inputs inputs = InputOptions.of(parsed, console, project);
    Scope scope = ScopeOptions.of(parsed, console, project, inputs);
    Acceptance acceptance = new Acceptance(
        project.known(),
        RuleChoice.aboutProject(parsed),
        console.today(),
        project::exists,
        folder -> inputs.reach(folder, project),
        known.read(),
        scope.applied());
    return new LintRun(
        scope.inputs(), rules, Options.settings(parsed, config, scope.review()), acceptance);
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
