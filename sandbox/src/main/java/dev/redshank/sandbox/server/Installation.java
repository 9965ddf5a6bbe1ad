package dev.redshank.sandbox.server;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.SandboxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's programs on this machine.
 *
 * @param folder that holds {@code bin}
 * @param key tells builds apart in the cache
 */
record Installation(Path folder, PgVersion version, String key) {
  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ((\\d+)[^ \\s]*)");

  /** The published build of a major, fetched and unpacked on first use. */
  static Installation published(
      PgVersion version, Platform platform, CacheFolder cache, Progress progress) {
    Release release = Release.of(version);
    Path folder = Binaries.unpacked(release, platform, cache, progress);
    return new Installation(folder, version, release.version() + "-" + platform);
  }

  /**
   * The one that somebody installed.
   *
   * @param home the folder with {@code bin/postgres}, or {@code bin} itself
   * @throws SandboxException when there is none, or one that Redshank does not know
   */
  static Installation installed(Path home, Platform platform) {
    String program = platform.executable("postgres");
    Path folder = home.toAbsolutePath().normalize();
    if (!Files.isExecutable(folder.resolve("bin").resolve(program))) {
      Path parent = folder.getParent();
      if (parent == null || !Files.isExecutable(folder.resolve(program))) {
        throw new SandboxException(folder
            + " holds no bin/postgres. Name the folder of an installed PostgreSQL server, such as"
            + " /usr/lib/postgresql/17.");
      }
      folder = parent;
    }
    String words = versionOf(folder.resolve("bin").resolve(program));
    Matcher found = VERSION.matcher(words);
    if (!found.find()) {
      throw new SandboxException("The PostgreSQL in " + folder + " tells no version: " + words);
    }
    PgVersion version = PgVersion.parse(found.group(2))
        .orElseThrow(() -> new SandboxException("PostgreSQL in "
            + home
            + " is version "
            + found.group(1)
            + "; Redshank knows 14 to 18."));
    String path = HexFormat.of().toHexDigits(folder.toString().hashCode());
    return new Installation(folder, version, "home-" + found.group(1) + "-" + path);
  }

  private static String versionOf(Path program) {
    try {
      Process process = new ProcessBuilder(program.toString(), "--version")
          .redirectErrorStream(true)
          .start();
      String words =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return words;
    } catch (IOException failure) {
      throw new SandboxException(
          "Cannot run " + program + ": " + failure.getMessage() + ".", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while PostgreSQL tells its version", interrupted);
    }
  }
}
