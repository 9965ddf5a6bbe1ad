package dev.redshank.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code redshank sandbox trace}: what migrations do on a real server. */
final class TraceCommand implements Command {
  private final Console console;

  TraceCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Runs migrations on a throw-away PostgreSQL server full of synthetic rows, and records for each"
                + " statement what it locked, rewrote, scanned, built and logged, who had to wait, and"
                + " whether Redshank's claim agrees.")
        .footer(
            "",
            "Without --since each migration is a deploy of its own: before it, the tables that it"
                + " touches are brought to their number of rows. With --since everything before is"
                + " history, and the rest is one deploy. Columns that the deploy updates begin as NULL"
                + " where they may; all others hold values. Where a migration fails the run stops, as"
                + " the tool would.",
            "",
            "Exit code: 0 everything ran and agrees; 1 a migration failed, an alarm was raised, or server"
                + " and linter differ; 2 something to mend (usage, paths, history or rows that do not"
                + " run, no server to be had, psql commands that are not run); 3 Redshank itself failed.");
    Options.addPaths(spec);
    Options.addTimeline(spec);
    SandboxOptions.addTo(spec);
    spec.addOption(Options.text(
        "--rows", "N", "Rows in each table that the deploy touches (default: 100000)."));
    spec.addOption(Options.text(
        "--seed-sql",
        "FILE",
        "A script with rows of your own, run behind history; goes with --since."));
    spec.addOption(OptionSpec.builder("--placeholder")
        .paramLabel("NAME=VALUE")
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description("What ${NAME} stands for in the migrations; may be repeated.")
        .build());
    spec.addOption(Options.text(
        "--time-limit", "TIME", "The longest that one statement may take (default: 5min)."));
    spec.addOption(OptionSpec.builder("--replica")
        .type(boolean.class)
        .description("Let a streaming replica follow, and say how far it is behind each statement.")
        .build());
    spec.addOption(Options.text(
        "--replica-bandwidth",
        "MB",
        "Megabytes a second that reach the replica, as over a real network (default: all)."));
    spec.addOption(OptionSpec.builder("--format")
        .paramLabel("text|json|html")
        .type(String.class)
        .defaultValue("text")
        .description("How results are written (default: text).")
        .build());
    Options.addColour(spec);
    ProjectOptions.addTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    String format = Options.oneOf(
        "--format", parsed.matchedOptionValue("--format", "text"), List.of("text", "json", "html"));
    if (Options.value(parsed, "--seed-sql").isPresent()
        && Options.value(parsed, "--since").isEmpty()) {
      throw new UsageException("--seed-sql goes with --since: its rows belong behind the history.");
    }
    boolean bandwidth = Options.value(parsed, "--replica-bandwidth").isPresent();
    boolean replica = parsed.hasMatchedOption("--replica");
    if (bandwidth && !replica) {
      throw new UsageException("--replica-bandwidth goes with --replica.");
    }
    if (replica && Options.value(parsed, "--url").isPresent()) {
      throw new UsageException(
          "--replica follows a server that Redshank starts. Leave out it or --url.");
    }
    // What knows the sandbox is first touched here.
    return SandboxServer.guarded(() -> new TraceRun(parsed, console, format).run());
  }
}
