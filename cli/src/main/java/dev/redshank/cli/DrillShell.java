package dev.redshank.cli;

import dev.redshank.sandbox.drill.DrillRun;
import dev.redshank.sandbox.drill.control.DrillFolder;
import dev.redshank.sandbox.drill.shell.SqlShell;
import dev.redshank.sandbox.server.ClientConnection;
import picocli.CommandLine.ParseResult;

/** One run of {@code redshank sandbox drill shell}; knows the sandbox. */
final class DrillShell {
  private final ParseResult parsed;
  private final Console console;

  DrillShell(ParseResult parsed, Console console) {
    this.parsed = parsed;
    this.console = console;
  }

  int run() {
    String database = parsed.matchedPositionalValue(0, DrillRun.FIRST_DATABASE);
    int port = new DrillCalls(parsed, console).port();
    return new SqlShell(
            name -> ClientConnection.open(port, DrillRun.TRAINEE, name, "shell", ""),
            database,
            DrillFolder.standard().history())
        .run();
  }
}
