package dev.redshank.sandbox.server;

import dev.redshank.sandbox.SandboxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Starts PostgreSQL's programs. All are started from one thread that lives as long as this process:
 * the signal that ends a server with its parent is sent when the <em>thread</em> that started it
 * ends.
 */
final class Programs {
  private static final ExecutorService LAUNCHER = Executors.newSingleThreadExecutor(task -> {
    Thread thread = new Thread(task, "redshank-postgres-launcher");
    thread.setDaemon(true);
    return thread;
  });
  private static final List<String> KEPT = List.of("PATH", "SystemRoot", "TEMP", "TMP");

  private final Path folder;
  private final Platform platform;
  private final RunAs user;

  Programs(Path folder, Platform platform, RunAs user) {
    this.folder = folder;
    this.platform = platform;
    this.user = user;
  }

  RunAs user() {
    return user;
  }

  /** Starts a server's program; where the system cannot end it with us, a shell watches for that. */
  Process start(String program, List<String> arguments, Path workFolder) {
    List<String> command = user.command(executable(program), arguments);
    if (user.diesWithParent() || platform.windows()) {
      return launch(command, workFolder);
    }
    String watch = "\"$@\" & pid=$!; read -r _; kill -QUIT $pid 2>/dev/null; wait $pid";
    List<String> watched = new java.util.ArrayList<>(List.of("/bin/sh", "-c", watch, "redshank"));
    watched.addAll(command);
    return launch(watched, workFolder);
  }

  /**
   * Runs a program to its end.
   *
   * @throws SandboxException with the program's own words when it fails
   */
  void run(String program, List<String> arguments, Path workFolder) {
    Process process = launch(user.command(executable(program), arguments), workFolder);
    try {
      String words =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new SandboxException(program + " failed: " + words);
      }
    } catch (IOException failure) {
      throw new SandboxException(program + " could not be heard", failure);
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new SandboxException(program + " was interrupted", interrupted);
    }
  }

  private Path executable(String program) {
    return folder.resolve("bin").resolve(platform.executable(program));
  }

  private static Process launch(List<String> command, Path workFolder) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(workFolder.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    // SQL under test can read the server's environment: a build's secrets are not to be in it.
    environment.keySet().retainAll(KEPT);
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    try {
      return LAUNCHER.submit(builder::start).get();
    } catch (ExecutionException failure) {
      throw new SandboxException("Cannot start " + String.join(" ", command), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while starting PostgreSQL", interrupted);
    }
  }
}
