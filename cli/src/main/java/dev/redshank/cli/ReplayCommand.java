package dev.redshank.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code redshank sandbox replay}: danger and remedy on a real server. */
final class ReplayCommand implements Command {
  private final Console console;

  ReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec(CommandSpec spec) {
    spec.usageMessage()
        .description("Plays the danger that a rule or a failure mode names, and its remedy, on a"
            + " throw-away PostgreSQL server, and says what it saw.")
        .footer(
            "",
            "Exit code: 0 everything proven, 1 something refuted or inconclusive, 2 something to mend"
                + " (usage, no server to be had), 3 Redshank itself failed.");
    spec.addPositional(PositionalParamSpec.builder()
        .paramLabel("MODE|RULE|all")
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(
            "What is played (default: the failure modes); 'redshank sandbox list' lists them.")
        .build());
    spec.addOption(Options.text(
        "--pg-version", "14…18", "The version of the PostgreSQL server (default: 17)."));
    SandboxOptions.addHome(spec);
    spec.addOption(OptionSpec.builder("--format")
        .paramLabel("text|json|html")
        .type(String.class)
        .defaultValue("text")
        .description("How results are written (default: text).")
        .build());
    spec.addOption(
        Options.text("--output", "FILE", "Write results there instead of standard output."));
    Options.addColour(spec);
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    String format = Options.oneOf(
        "--format", parsed.matchedOptionValue("--format", "text"), List.of("text", "json", "html"));
    // What knows the sandbox is first touched here.
    return SandboxServer.guarded(() -> new ReplayRun(parsed, console, format).run());
  }
}
