package dev.redshank.cli;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.server.ExistingServer;
import dev.redshank.sandbox.server.PostgresServer;
import dev.redshank.sandbox.server.Progress;
import dev.redshank.sandbox.server.ServerOptions;
import dev.redshank.sandbox.server.ThrowawayServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The server that the sandbox works on, by {@code --pg-version}, {@code --postgres-home} and {@code --url}. */
final class SandboxServer {
  private SandboxServer() {}

  /** What a command does. */
  interface Work {
    int run() throws IOException;
  }

  /**
   * Runs what needs the sandbox. What it cannot mend itself the user has to. When the process is told to
   * end meanwhile, nothing more is said or done here, so that servers can be stopped in peace.
   */
  static int guarded(Work work) throws IOException {
    try {
      return work.run();
    } catch (SandboxException mend) {
      waitWhileEnding();
      throw new UsageException(String.valueOf(mend.getMessage()));
    } catch (RuntimeException broken) {
      waitWhileEnding();
      throw broken;
    } finally {
      waitWhileEnding();
    }
  }

  /**
   * Never returns when the process was told to end: it ends by itself once its servers are stopped, which
   * returning would cut short, and what was cut off by their end is no result to write.
   */
  static void waitWhileEnding() {
    Thread probe = new Thread("redshank-probe");
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
    } catch (IllegalStateException ending) {
      try {
        Thread.currentThread().join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The server that the options name, started where it does not run yet. */
  static ThrowawayServer of(ParseResult parsed, Console console) {
    Optional<String> url = Options.value(parsed, "--url");
    Optional<String> home = Options.value(parsed, "--postgres-home");
    boolean throwaway = parsed.hasMatchedOption("--throwaway");
    if (throwaway && url.isEmpty()) {
      throw new UsageException("--throwaway goes with --url.");
    }
    if (url.isPresent() && home.isPresent()) {
      throw new UsageException("--url and --postgres-home exclude each other. Leave one out.");
    }
    if (url.isPresent() && !throwaway) {
      throw new UsageException("What runs on the server of --url may break it. Say --throwaway if"
          + " nobody will miss what is there.");
    }
    ThrowawayServer server = url.isPresent()
        ? ExistingServer.at(url.get())
        : PostgresServer.start(options(parsed, home, console));
    refuseOther(parsed, server);
    return server;
  }

  /** A server of our own with settings, by {@code --pg-version} and {@code --postgres-home}. */
  static PostgresServer started(ParseResult parsed, Console console, List<String> settings) {
    Optional<String> home = Options.value(parsed, "--postgres-home");
    PostgresServer server = PostgresServer.start(options(parsed, home, console).with(settings));
    refuseOther(parsed, server);
    return server;
  }

  /** How a server of our own is started. */
  static ServerOptions options(ParseResult parsed, Console console) {
    return options(parsed, Options.value(parsed, "--postgres-home"), console);
  }

  private static ServerOptions options(ParseResult parsed, Optional<String> home, Console console) {
    Progress progress = line -> console.say("redshank: " + line);
    ServerOptions options =
        ServerOptions.of(Options.postgres(parsed).orElse(PgVersion.DEFAULT)).telling(progress);
    return home.map(folder -> options.at(path(folder, console))).orElse(options);
  }

  private static Path path(String folder, Console console) {
    try {
      return console.directory().resolve(folder);
    } catch (java.nio.file.InvalidPathException invalid) {
      throw new UsageException("--postgres-home: " + invalid.getMessage() + ".");
    }
  }

  private static void refuseOther(ParseResult parsed, ThrowawayServer server) {
    Optional<PgVersion> asked = Options.postgres(parsed);
    if (asked.isPresent() && !asked.get().equals(server.version())) {
      server.close();
      throw new UsageException(
          "--pg-version is " + asked.get() + ", but that server is " + server.version() + ".");
    }
  }
}
