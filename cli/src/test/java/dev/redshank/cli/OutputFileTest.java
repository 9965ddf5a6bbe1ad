package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file of results is there as a whole or not at all. */
final class OutputFileTest {
  @TempDir
  Path folder;

  /** Writes half of its results, says so, and takes for ever with the rest. */
  static final class HalfWritten {
    private HalfWritten() {}

    public static void main(String... arguments) throws IOException {
      OutputFile.of("report.txt", Path.of(arguments[0])).write(out -> {
        out.write("half of");
        out.flush();
        System.out.println("half");
        try {
          Thread.sleep(TimeUnit.MINUTES.toMillis(1));
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
        }
      });
    }
  }

  @Test
  void isThereAsAWhole() throws IOException {
    OutputFile.of("report.txt", folder).write(out -> out.write("all of it"));

    assertThat(folder.resolve("report.txt")).hasContent("all of it");
    assertThat(names()).containsExactly("report.txt");
  }

  @Test
  void keepsWhatWasThereWhenWritingFails() throws IOException {
    Path report = Files.writeString(folder.resolve("report.txt"), "yesterday's");

    assertThatThrownBy(() -> OutputFile.of("report.txt", folder).write(out -> {
          out.write("half of");
          throw new IOException("No space left on device");
        }))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("No space left on device");
    assertThat(report).hasContent("yesterday's");
    assertThat(names()).containsExactly("report.txt");
  }

  @Test
  @Timeout(60)
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void leavesNothingWhenTheProcessIsToldToEnd() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            TestClassPath.value(),
            HalfWritten.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo("half");
      assertThat(names()).containsExactly("report.txt.part");
      process.destroy();
      assertThat(process.waitFor()).isEqualTo(143);
    }
    assertThat(names()).isEmpty();
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}
