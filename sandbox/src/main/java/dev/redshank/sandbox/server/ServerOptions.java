package dev.redshank.sandbox.server;

import dev.redshank.core.postgres.PgVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Which server is started and how.
 *
 * @param version the major whose published binaries are used where {@code home} is empty
 * @param home the folder of an installed PostgreSQL, whose version then counts
 * @param settings server settings as {@code name=value}, stronger than the sandbox's own
 * @param progress hears of what takes its time
 * @param log gets each line of the server's log, in a thread of its own
 * @param port the port to listen on; where it is empty or taken, one that is free
 */
public record ServerOptions(
    PgVersion version,
    Optional<Path> home,
    List<String> settings,
    Progress progress,
    Consumer<String> log,
    OptionalInt port) {
  public ServerOptions {
    settings = List.copyOf(settings);
  }

  /** Published binaries of a major, nothing said. */
  public static ServerOptions of(PgVersion version) {
    return new ServerOptions(
        version, Optional.empty(), List.of(), Progress.SILENT, line -> {}, OptionalInt.empty());
  }

  /** An installed PostgreSQL instead of published binaries. */
  public ServerOptions at(Path installed) {
    return new ServerOptions(version, Optional.of(installed), settings, progress, log, port);
  }

  public ServerOptions with(List<String> more) {
    return new ServerOptions(version, home, more, progress, log, port);
  }

  public ServerOptions telling(Progress listener) {
    return new ServerOptions(version, home, settings, listener, log, port);
  }

  /** The same, and {@code listener} gets each line of the log. */
  public ServerOptions hearing(Consumer<String> listener) {
    return new ServerOptions(version, home, settings, progress, listener, port);
  }

  /** The same, on a port where that is free. */
  public ServerOptions on(int wanted) {
    return new ServerOptions(version, home, settings, progress, log, OptionalInt.of(wanted));
  }
}
