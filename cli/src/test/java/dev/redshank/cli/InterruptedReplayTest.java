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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C in the middle of a replay: servers end, nothing stays, nobody is told of a crash. */
@EnabledOnOs(OS.LINUX)
final class InterruptedReplayTest {
  @TempDir
  Path folder;

  /** In the middle of an act, and right when something waits. */
  @ParameterizedTest
  @ValueSource(strings = {"  danger", "      reader waits for migration", "  remedy"})
  @Timeout(120)
  void leavesNothingBehind(String moment) throws IOException, InterruptedException {
    Process process = start();
    List<ProcessHandle> children = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = errors.readLine(); line != null; line = errors.readLine()) {
        words.append(line).append('\n');
        if (line.equals(moment) && children.isEmpty()) {
          process.descendants().forEach(children::add);
          interrupt(process);
        }
      }
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(words.toString()).isEqualTo(130);
    assertThat(words.toString()).doesNotContain("internal error").doesNotContain("  proven");
    assertThat(children).isNotEmpty();
    for (ProcessHandle child : children) {
      child.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
    assertThat(leftOvers(process.pid())).isEmpty();
  }

  private Process start() throws IOException {
    List<String> command = OwnProcess.command(
        "sandbox",
        "replay",
        "lock-queue-freeze",
        "--output",
        folder.resolve("report.txt").toString());
    command.add(command.indexOf("-cp"), "-Djava.io.tmpdir=" + folder);
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void interrupt(Process process) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
            .start()
            .waitFor())
        .isZero();
  }

  /** Folders of that process, and whatever is in its temporary folder. */
  private List<Path> leftOvers(long pid) throws IOException {
    List<Path> left = new ArrayList<>();
    for (Path base : List.of(Path.of("/dev/shm"), folder)) {
      try (Stream<Path> files = Files.list(base)) {
        files
            .filter(file -> base.equals(folder)
                || file.getFileName().toString().startsWith("redshank-pg-" + pid + "-"))
            .forEach(left::add);
      }
    }
    return left;
  }
}
