package dev.redshank.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command of the command line. */
interface Command {
  /** Adds the command's options, parameters and help to {@code spec}. */
  CommandSpec spec(CommandSpec spec);

  /**
   * Runs the command.
   *
   * @return the exit code
   * @throws UsageException when the options do not fit together
   * @throws IOException when nobody reads the output any more
   */
  int run(ParseResult parsed) throws IOException;
}
