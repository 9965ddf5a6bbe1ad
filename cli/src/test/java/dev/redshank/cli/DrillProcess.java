package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code redshank sandbox drill start} in a process of its own, as in a first terminal. */
final class DrillProcess implements AutoCloseable {
  private final Path folder;
  private final Process process;
  private final StringBuilder briefing = new StringBuilder();
  private final List<ProcessHandle> children;

  private DrillProcess(Path folder, Process process) throws IOException {
    this.folder = folder;
    this.process = process;
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      briefing.append(line).append('\n');
      if (line.contains("ends the drill.")) {
        break;
      }
    }
    this.children = process.descendants().toList();
  }

  /**
   * Starts a drill and waits until it is told.
   *
   * @param folder for its files, and where commands of this process look for it from now on
   */
  static DrillProcess start(Path folder, String name, String... before) throws IOException {
    Path drill = folder.resolve("drill");
    Path errors = folder.resolve("errors.txt");
    System.setProperty("redshank.drill", drill.toString());
    List<String> command = new ArrayList<>(List.of(before));
    command.addAll(OwnProcess.command("sandbox", "drill", "start", name));
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    return new DrillProcess(folder, process);
  }

  String briefing() {
    return briefing.toString();
  }

  /** The port of its server, as its address names it. */
  String port() {
    String address = briefing.substring(briefing.indexOf("127.0.0.1:"));
    return address.substring(0, address.indexOf('/'));
  }

  /** Goes on when its status says so. */
  void awaitWords(String words) throws IOException, InterruptedException {
    while (!errors().contains(words)) {
      Thread.sleep(50);
    }
  }

  String errors() throws IOException {
    return Files.readString(folder.resolve("errors.txt"));
  }

  Process process() {
    return process;
  }

  void signal(String name) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", name, String.valueOf(process.pid()))
            .start()
            .waitFor())
        .isZero();
  }

  /** Waits for its end; nothing of it is left. */
  int ends() throws IOException, InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(children).isNotEmpty();
    for (ProcessHandle child : children) {
      child.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
    return process.exitValue();
  }

  /** What of it is left in memory and beside its door. */
  List<Path> leftOvers() throws IOException {
    List<Path> left = new ArrayList<>();
    if (Files.exists(folder.resolve("drill"))) {
      left.add(folder.resolve("drill"));
    }
    try (Stream<Path> files = Files.list(Path.of("/dev/shm"))) {
      files
          .filter(file ->
              file.getFileName().toString().startsWith("redshank-pg-" + process.pid() + "-"))
          .forEach(left::add);
    }
    return left;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    System.clearProperty("redshank.drill");
  }
}
