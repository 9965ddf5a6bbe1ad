package dev.redshank.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code redshank comment}: findings as one comment on a pull or merge request. */
final class CommentCommand implements Command {
  private final Console console;

  CommentCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Tells the findings of a run in one comment on a pull request, and keeps that comment up to date.")
        .footer(
            "",
            "The token is read from GITHUB_TOKEN; for GitLab from REDSHANK_GITLAB_TOKEN or"
                + " GITLAB_TOKEN. Repository and pull request are those of the job, as the platform's"
                + " variables name them.",
            "",
            "Exit code: 0 done, or nothing to tell; 2 something to mend (usage, the report, the token, a"
                + " platform that refuses or does not answer); 3 Redshank itself failed. Findings do not"
                + " change it: 'redshank lint' fails for them.");
    flag(spec, "--github", "Comment on a pull request on GitHub.");
    flag(spec, "--gitlab", "Comment on a merge request on GitLab.");
    spec.addOption(Options.text(
        "--from", "FILE", "What 'redshank lint --format json' wrote; - reads standard input."));
    spec.addOption(Options.text(
        "--id", "NAME", "Which project of the repository it is about: each has its own comment."));
    flag(spec, "--always", "Comment also when there is nothing to tell and no comment yet.");
    flag(spec, "--dry-run", "Print the comment instead; needs no token.");
    spec.addOption(Options.text(
        "--repository", "OWNER/NAME", "The repository; on GitLab a project's number or path."));
    spec.addOption(Options.text("--pull-request", "N", "The number of the pull or merge request."));
    spec.addOption(
        Options.text("--token-env", "VARIABLE", "The variable of the environment with the token."));
    spec.addOption(Options.text(
        "--api-url", "URL", "The platform's API, where its variables do not name it."));
    spec.addOption(Options.text(
        "--folder",
        "PATH",
        "The project's folder in the repository, for links to lines (default: its root)."));
    spec.addOption(Options.text(
        "--rule-url",
        "URL",
        "Where the pages of the rules are on the web, with {rule} for the name of one."));
    return spec;
  }

  private static void flag(CommandSpec spec, String name, String description) {
    spec.addOption(
        OptionSpec.builder(name).type(boolean.class).description(description).build());
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    // What knows JSON and HTTP is first touched here.
    return new CommentRun(parsed, console).run();
  }
}
