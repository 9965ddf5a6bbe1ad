package dev.redshank.cli;

import dev.redshank.core.lint.Explainer;
import dev.redshank.core.lint.Explanation;
import dev.redshank.core.project.Inputs;
import dev.redshank.core.project.Project;
import dev.redshank.core.project.Scope;
import dev.redshank.core.report.ExplainJson;
import dev.redshank.core.report.ExplainText;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code redshank explain}: what each statement does. */
final class ExplainCommand implements Command {
  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Says for each statement which relations it locks, rewrites, scans and builds, and who waits.");
    Options.addPaths(spec);
    Options.addTimeline(spec);
    Options.addFormat(spec);
    ScopeOptions.addTo(spec);
    InputOptions.addSchemaTo(spec);
    ProjectOptions.addTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    boolean json = Options.isJson(parsed);
    var textOptions = Options.textOptions(parsed, console);
    Project project = ProjectOptions.of(parsed, console);
    Scope scope =
        ScopeOptions.of(parsed, console, project, InputOptions.of(parsed, console, project));
    var settings = Options.settings(parsed, project.config(), scope.review());
    Inputs inputs = scope.inputs();
    Explanation explanation = new Explainer(settings).explain(inputs.migrations(), inputs.reader());
    if (json) {
      ExplainJson.write(explanation, console.out());
    } else {
      ExplainText.write(explanation, textOptions, console.out());
    }
    console.out().flush();
    InputOptions.say(explanation.problems(), console);
    return explanation.problems().isEmpty() ? ExitCode.CLEAN : ExitCode.USER;
  }
}
