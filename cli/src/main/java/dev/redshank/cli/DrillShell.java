package dev.redshank.cli;

import picocli.CommandLine.ParseResult;

/** One run of {@code redshank sandbox drill shell}; knows the sandbox. */
final class DrillShell {
  DrillShell(ParseResult parsed, Console console) {}

  int run() {
    return ExitCode.CLEAN;
  }
}
