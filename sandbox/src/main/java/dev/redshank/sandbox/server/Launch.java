package dev.redshank.sandbox.server;

import dev.redshank.sandbox.SandboxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A server on its way: tries ports, and can be taken back at any moment. */
final class Launch {
  private static final int ATTEMPTS = 5;
  private static final int START_SECONDS = 60;

  private static final List<String> SETTINGS = List.of(
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "fsync=off",
      "full_page_writes=off",
      "synchronous_commit=off",
      "max_connections=100",
      "shared_buffers=64MB",
      "dynamic_shared_memory_type=mmap",
      "max_wal_size=256MB",
      "checkpoint_timeout=1h",
      "autovacuum=off",
      "jit=off",
      "max_parallel_maintenance_workers=0",
      "max_parallel_workers_per_gather=0",
      "log_destination=stderr",
      "logging_collector=off",
      "lc_messages=C");

  private static final String METER = "pg_stat_statements";

  /** Tells how much write-ahead log one statement wrote; not every installation brings it along. */
  private static final List<String> METERING =
      List.of("shared_preload_libraries=" + METER, METER + ".track=all", METER + ".save=off");

  private final Programs programs;
  private final RunFolder folder;
  private final List<String> settings;
  private final Ports ports;
  private final Consumer<String> listener;
  private volatile Optional<Process> current = Optional.empty();

  Launch(
      Programs programs,
      RunFolder folder,
      List<String> settings,
      Ports ports,
      Consumer<String> listener) {
    this.programs = programs;
    this.folder = folder;
    this.settings = settings;
    this.ports = ports;
    this.listener = listener;
  }

  /** The server's process and the port that it listens on. */
  record Running(Process process, int port) {}

  RunFolder folder() {
    return folder;
  }

  Programs programs() {
    return programs;
  }

  List<String> settings() {
    return settings;
  }

  /**
   * Starts it, and waits until it is ready.
   *
   * @throws SandboxException with PostgreSQL's own words when it does not start
   */
  Running run() {
    String words = "";
    boolean metered = true;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ports.next();
      Process process = programs.start("postgres", arguments(port, metered), folder.path());
      current = Optional.of(process);
      ServerLog log = ServerLog.listen(process, listener);
      if (isReady(log)) {
        return new Running(process, port);
      }
      end();
      words = log.lastLines();
      if (!words.contains("could not bind") && (!metered || !words.contains(METER))) {
        break;
      }
      metered = metered && !words.contains(METER);
    }
    throw new SandboxException("PostgreSQL did not start: " + words);
  }

  private boolean isReady(ServerLog log) {
    try {
      return log.awaitReady(START_SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while PostgreSQL starts", interrupted);
    }
  }

  /** Ends it, however far it came, and deletes its data. */
  void undo() {
    end();
    folder.close();
  }

  private void end() {
    current.ifPresent(process -> end(process));
  }

  private void end(Process process) {
    try {
      if (process.isAlive()) {
        programs.run("pg_ctl", stopping(), folder.path());
      }
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (SandboxException unreachable) {
      process.destroyForcibly();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      closeInput(process);
    }
  }

  /** A shell that watches over the server ends with its input. */
  private static void closeInput(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      process.destroyForcibly();
    }
  }

  private List<String> stopping() {
    return List.of("stop", "-m", "immediate", "-W", "-D", folder.data().toString());
  }

  private List<String> arguments(int port, boolean metered) {
    List<String> arguments = new ArrayList<>(List.of("-D", folder.data().toString()));
    arguments.addAll(List.of("-p", String.valueOf(port)));
    List<String> all = new ArrayList<>(SETTINGS);
    if (metered) {
      all.addAll(METERING);
    }
    all.addAll(settings);
    for (String setting : all) {
      arguments.addAll(List.of("-c", setting));
    }
    return arguments;
  }
}
