package dev.redshank.cli;

import dev.redshank.core.project.BrokenInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The commands and how one of them is chosen. The model is built by hand: reading annotations would
 * cost more time than linting a file.
 */
final class Redshank {
  private static final List<String> NAMES =
      List.of("lint", "explain", "rules", "modes", "config", "init", "comment", "sandbox");

  private final Console console;

  Redshank(Console console) {
    this.console = console;
  }

  /** Runs the command that {@code args} name; the exit code. */
  int run(String... args) {
    try {
      return commandLine(args).execute(args);
    } catch (UncheckedIOException | IllegalStateException broken) {
      console.say("redshank: internal error: " + broken.getMessage());
      return ExitCode.BROKEN;
    }
  }

  private CommandLine commandLine(String... args) {
    Map<String, Supplier<Command>> commands = Map.of(
        "lint", () -> new LintCommand(console),
        "explain", () -> new ExplainCommand(console),
        "rules", () -> new RulesCommand(console),
        "modes", () -> new ModesCommand(console),
        "config", () -> new ConfigCommand(console),
        "init", () -> new InitCommand(console),
        "comment", () -> new CommentCommand(console),
        "sandbox", () -> new SandboxCommand(console));
    CommandSpec root = CommandSpec.create().name("redshank");
    root.usageMessage()
        .description("Finds what is dangerous in PostgreSQL migrations, and says what is safe.");
    addHelp(root);
    root.addOption(OptionSpec.builder("-V", "--version")
        .versionHelp(true)
        .type(boolean.class)
        .description("Print the version.")
        .build());
    root.version("redshank " + Version.OF_REDSHANK);
    for (String name : needed(args)) {
      CommandSpec spec = command(commands, name).spec(CommandSpec.create().name(name));
      addHelp(spec);
      root.addSubcommand(name, spec);
    }
    CommandLine line = new CommandLine(root);
    line.setOut(new PrintWriter(console.out()));
    line.setErr(new PrintWriter(console.err(), true));
    line.setUsageHelpWidth(Math.max(80, Math.min(console.width(), 120)));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setExecutionStrategy(parsed -> execute(parsed, name -> command(commands, name)));
    line.setParameterExceptionHandler(this::misused);
    line.setExecutionExceptionHandler((error, command, parsed) -> broken(error));
    return line;
  }

  /** The model of a command that is not asked for costs as much as that of the one that is. */
  private static List<String> needed(String... args) {
    boolean named = args.length > 0 && NAMES.contains(args[0]);
    return named ? List.of(args[0]) : NAMES;
  }

  private static Command command(Map<String, Supplier<Command>> commands, String name) {
    return Objects.requireNonNull(commands.get(name)).get();
  }

  static void addHelp(CommandSpec spec) {
    spec.addOption(OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .type(boolean.class)
        .description("Print this help.")
        .build());
    spec.usageMessage().sortOptions(false);
  }

  private int execute(ParseResult parsed, Function<String, Command> commands) {
    ParseResult chosen = parsed;
    while (chosen.hasSubcommand()) {
      chosen = chosen.subcommand();
    }
    CommandLine line = chosen.commandSpec().commandLine();
    if (chosen.isVersionHelpRequested()) {
      line.printVersionHelp(line.getOut());
      return ExitCode.CLEAN;
    }
    if (chosen.isUsageHelpRequested()) {
      line.usage(line.getOut());
      return ExitCode.CLEAN;
    }
    if (!parsed.hasSubcommand()) {
      line.usage(line.getErr());
      return ExitCode.USER;
    }
    try {
      ParseResult first = parsed.subcommand();
      return commands.apply(first.commandSpec().name()).run(first);
    } catch (UsageException mistake) {
      throw new ParameterException(line, mistake.getMessage());
    } catch (BrokenInputException broken) {
      InputOptions.say(broken.problems(), console);
      console.say("redshank: failed: what is above has to be mended.");
      return ExitCode.USER;
    } catch (IOException failure) {
      return console.cannotWrite(failure);
    }
  }

  private int misused(ParameterException mistake, String[] args) {
    CommandLine line = mistake.getCommandLine();
    console.say("redshank: " + words(mistake));
    console.say("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USER;
  }

  private static String words(ParameterException mistake) {
    if (!(mistake instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(mistake.getMessage());
    }
    String first = unmatched.getUnmatched().get(0);
    CommandSpec spec = mistake.getCommandLine().getCommandSpec();
    boolean option = first.startsWith("-");
    List<String> known =
        List.copyOf(option ? spec.optionsMap().keySet() : spec.subcommands().keySet());
    String hint =
        Nearest.of(first, known).map(word -> " Did you mean '" + word + "'?").orElse("");
    return "There is no " + (option ? "option" : "command") + " '" + first + "'." + hint;
  }

  private int broken(Exception error) {
    console.say("redshank: internal error: " + error);
    for (StackTraceElement frame : error.getStackTrace()) {
      if (frame.getClassName().startsWith("dev.redshank.")) {
        console.say("  at " + frame);
      }
    }
    return ExitCode.BROKEN;
  }
}
