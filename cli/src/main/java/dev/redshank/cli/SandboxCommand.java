package dev.redshank.cli;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code redshank sandbox}: everything that runs on a real PostgreSQL, by sub-commands. The sandbox's
 * own classes are loaded when one of them runs, not before: the other commands work without its jars.
 */
final class SandboxCommand implements Command {
  /** A sub-command and how it is made. */
  private record Entry(String name, Supplier<Command> command) {}

  private final List<Entry> commands;

  SandboxCommand(Console console) {
    commands = List.of(
        new Entry("replay", () -> new ReplayCommand(console)),
        new Entry("list", () -> new ReplayListCommand(console)),
        new Entry("trace", () -> new TraceCommand(console)),
        new Entry("drill", () -> new DrillCommand(console)));
  }

  @Override
  public CommandSpec spec(CommandSpec spec) {
    spec.usageMessage()
        .description("Runs things on a throw-away PostgreSQL server and measures what they do.");
    for (Entry entry : commands) {
      CommandSpec sub = entry.command().get().spec(CommandSpec.create().name(entry.name()));
      Redshank.addHelp(sub);
      spec.addSubcommand(entry.name(), sub);
    }
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    if (!parsed.hasSubcommand()) {
      throw new UsageException("Name what the sandbox is to do: "
          + String.join(", ", commands.stream().map(Entry::name).toList())
          + ".");
    }
    ParseResult chosen = parsed.subcommand();
    String name = chosen.commandSpec().name();
    Command command = commands.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no sub-command " + name))
        .command()
        .get();
    try {
      return command.run(chosen);
    } catch (NoClassDefFoundError absent) {
      throw new UsageException(
          "The sandbox is not installed here: its jars are missing (" + absent.getMessage() + ").");
    }
  }
}
