package dev.redshank.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that say which server the sandbox works on; knows nothing of the sandbox itself. */
final class SandboxOptions {
  private SandboxOptions() {}

  static void addTo(CommandSpec spec) {
    addHome(spec);
    spec.addOption(Options.text(
        "--url",
        "jdbc:postgresql://…",
        "Use this running server: an empty database of a server that nobody will miss."));
    spec.addOption(OptionSpec.builder("--throwaway")
        .type(boolean.class)
        .description("Say that the server of --url may be spoiled; without that it is refused.")
        .build());
  }

  /** The one that is started. */
  static void addHome(CommandSpec spec) {
    spec.addOption(
        Options.text(
            "--postgres-home",
            "DIR",
            "Start the PostgreSQL that is installed there; by default one is fetched from Maven Central."));
  }
}
