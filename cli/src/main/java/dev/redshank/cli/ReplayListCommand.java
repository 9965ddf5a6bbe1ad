package dev.redshank.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code redshank sandbox list}: what can be played. */
final class ReplayListCommand implements Command {
  private final Console console;

  ReplayListCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec(CommandSpec spec) {
    spec.usageMessage().description("Lists the replays by failure mode.");
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    ReplayList.write(console.out());
    console.out().flush();
    return ExitCode.CLEAN;
  }
}
