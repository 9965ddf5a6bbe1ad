package dev.redshank.sandbox.server;

import dev.redshank.sandbox.SandboxException;
import java.util.Locale;

/**
 * An operating system and processor for which PostgreSQL binaries are published.
 *
 * @param name as the artifact's name ends, such as {@code linux-amd64}
 */
record Platform(String name) {
  static Platform running() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String system, String processor) {
    String os = system.toLowerCase(Locale.ROOT);
    boolean arm = switch (processor.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> false;
      case "aarch64", "arm64" -> true;
      default -> throw unknown(system, processor);
    };
    if (os.startsWith("linux")) {
      return new Platform(arm ? "linux-arm64v8" : "linux-amd64");
    }
    if (os.startsWith("mac")) {
      return new Platform(arm ? "darwin-arm64v8" : "darwin-amd64");
    }
    if (os.startsWith("windows") && !arm) {
      return new Platform("windows-amd64");
    }
    throw unknown(system, processor);
  }

  boolean windows() {
    return name.startsWith("windows");
  }

  /** The file that holds a program of PostgreSQL's {@code bin} folder. */
  String executable(String program) {
    return windows() ? program + ".exe" : program;
  }

  private static SandboxException unknown(String system, String processor) {
    return new SandboxException("No PostgreSQL binaries are published for "
        + system
        + " on "
        + processor
        + ". The sandbox runs on Linux and macOS (amd64, arm64) and on Windows (amd64).");
  }

  @Override
  public String toString() {
    return name;
  }
}
