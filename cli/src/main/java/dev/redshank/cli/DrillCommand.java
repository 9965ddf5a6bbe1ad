package dev.redshank.cli;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code redshank sandbox drill}: incidents to practise on, by sub-commands. */
final class DrillCommand implements Command {
  private static final String SCORED =
      "Exit code: 0 the full score, 1 less, 2 something to mend (no drill runs, a script that cannot"
          + " be run), 3 Redshank itself failed.";

  /** A sub-command: what it is about, its parameters, and what it does. */
  private record Entry(
      String name, String description, Consumer<CommandSpec> parameters, Work work) {}

  /** What a sub-command does. */
  private interface Work {
    int run(ParseResult parsed) throws IOException;
  }

  private final Console console;
  private final List<Entry> entries;

  DrillCommand(Console console) {
    this.console = console;
    entries = List.of(
        entry("list", "Lists the drills.", spec -> {}, parsed -> new DrillList(console).write()),
        entry(
            "start",
            "Brings an incident about on a throw-away server, and keeps it until Ctrl-C.",
            DrillCommand::addStart,
            parsed -> new DrillStart(parsed, console).run()),
        entry(
            "hint",
            "Tells the next of three hints.",
            Options::addColour,
            parsed -> calls(parsed).hint()),
        entry(
            "score",
            "Says what the work is worth so far.",
            DrillCommand::addScore,
            parsed -> calls(parsed).score()),
        entry(
            "submit",
            "Runs a script, with \\connect to go from database to database, and scores it.",
            DrillCommand::addSubmit,
            parsed -> new DrillSubmit(parsed, console).run()),
        entry(
            "shell",
            "Opens an SQL shell on the drill, for those who have no psql.",
            spec -> spec.addPositional(database()),
            parsed -> new DrillShell(parsed, console).run()),
        entry(
            "reset",
            "Brings the incident about anew.",
            spec -> {},
            parsed -> calls(parsed).reset()),
        entry(
            "postmortem",
            "Tells root cause, how it was found, fix and lesson; after a score.",
            DrillCommand::addPostmortem,
            parsed -> calls(parsed).postmortem()),
        entry(
            "stop",
            "Ends the drill that runs.",
            spec -> {},
            parsed -> calls(parsed).stop()),
        entry(
            "lint",
            "Shows what the linter says of the migration that caused a drill's incident.",
            spec -> {
              spec.addPositional(name());
              Options.addColour(spec);
            },
            parsed -> new DrillLint(parsed, console).run()));
  }

  private static Entry entry(
      String name, String description, Consumer<CommandSpec> parameters, Work work) {
    return new Entry(name, description, parameters, work);
  }

  private DrillCalls calls(ParseResult parsed) {
    return new DrillCalls(parsed, console);
  }

  @Override
  public CommandSpec spec(CommandSpec spec) {
    spec.usageMessage()
        .description("Incidents to practise on: a broken production, ordinary tools, a score.")
        .footer(
            "", "'start' stays in the foreground; the other commands go into a second terminal.");
    for (Entry entry : entries) {
      CommandSpec sub = CommandSpec.create().name(entry.name());
      sub.usageMessage().description(entry.description());
      entry.parameters().accept(sub);
      Redshank.addHelp(sub);
      spec.addSubcommand(entry.name(), sub);
    }
    return spec;
  }

  private static void addStart(CommandSpec spec) {
    spec.addPositional(name());
    spec.addOption(Options.text(
        "--pg-version", "14…18", "The version of the PostgreSQL server (default: 17)."));
    SandboxOptions.addHome(spec);
    Options.addColour(spec);
  }

  private static void addScore(CommandSpec spec) {
    spec.usageMessage().footer("", SCORED);
    spec.addOption(OptionSpec.builder("--format")
        .paramLabel("text|json|html")
        .type(String.class)
        .defaultValue("text")
        .description("How the score is written (default: text); html is a page with the timeline.")
        .build());
    spec.addOption(Options.text("--output", "FILE", "Write it there instead of standard output."));
    Options.addColour(spec);
  }

  private static void addSubmit(CommandSpec spec) {
    spec.addPositional(PositionalParamSpec.builder()
        .paramLabel("FILE.sql")
        .arity("1")
        .type(String.class)
        .description("The script.")
        .build());
    spec.addOption(Options.text(
        "--time-limit", "TIME", "The longest that the whole script may take (default: 60s)."));
    addScore(spec);
  }

  private static void addPostmortem(CommandSpec spec) {
    spec.addOption(OptionSpec.builder("--spoilers")
        .type(boolean.class)
        .description("Also before there was a score.")
        .build());
    Options.addColour(spec);
  }

  private static PositionalParamSpec name() {
    return PositionalParamSpec.builder()
        .paramLabel("NAME")
        .arity("1")
        .type(String.class)
        .description("The drill; 'redshank sandbox drill list' lists them.")
        .build();
  }

  private static PositionalParamSpec database() {
    return PositionalParamSpec.builder()
        .paramLabel("DATABASE")
        .arity("0..1")
        .type(String.class)
        .description("The database to begin in (default: app_db).")
        .build();
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    if (!parsed.hasSubcommand()) {
      throw new UsageException("Name what the drill is to do: "
          + String.join(", ", entries.stream().map(Entry::name).toList())
          + ".");
    }
    ParseResult chosen = parsed.subcommand();
    Entry entry = entries.stream()
        .filter(each -> each.name().equals(chosen.commandSpec().name()))
        .findFirst()
        .orElseThrow();
    // What knows the sandbox is first touched here.
    return SandboxServer.guarded(() -> entry.work().run(chosen));
  }
}
