package dev.redshank.sandbox.server;

import dev.redshank.core.postgres.PgVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which server is started and how.
 *
 * @param version the major whose published binaries are used where {@code home} is empty
 * @param home the folder of an installed PostgreSQL, whose version then counts
 * @param settings server settings as {@code name=value}, stronger than the sandbox's own
 * @param progress hears of what takes its time
 */
public record ServerOptions(
    PgVersion version, Optional<Path> home, List<String> settings, Progress progress) {
  public ServerOptions {
    settings = List.copyOf(settings);
  }

  /** Published binaries of a major, nothing said. */
  public static ServerOptions of(PgVersion version) {
    return new ServerOptions(version, Optional.empty(), List.of(), Progress.SILENT);
  }

  /** An installed PostgreSQL instead of published binaries. */
  public ServerOptions at(Path installed) {
    return new ServerOptions(version, Optional.of(installed), settings, progress);
  }

  public ServerOptions with(List<String> more) {
    return new ServerOptions(version, home, more, progress);
  }

  public ServerOptions telling(Progress listener) {
    return new ServerOptions(version, home, settings, listener);
  }
}
