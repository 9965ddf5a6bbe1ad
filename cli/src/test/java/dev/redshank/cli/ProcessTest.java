package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.project.ReportFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a process of its own loads and starts. */
final class ProcessTest {
  private static final String YAML = "org.yaml.snakeyaml";
  private static final String JSON = "com.fasterxml.jackson";
  private static final String PROCESS = "java.lang.ProcessImpl";

  @TempDir
  Path folder;

  /** Everything that a run prints, its code last. */
  private String run(Map<String, String> environment, List<String> options, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.redshank.cli.Main"));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return output + "exit code " + process.waitFor();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private String loaded(String... args) throws IOException {
    return run(Map.of(), List.of("-verbose:class"), args);
  }

  @Test
  void loadsNoYamlNoJsonAndNoGitWithoutBeingAsked() throws IOException {
    Files.writeString(folder.resolve("V1__a.sql"), "CREATE INDEX i ON orders (at);\n");
    String loaded = loaded("lint", ".");
    assertThat(loaded).contains("dev.redshank.core.lint.Linter").endsWith("exit code 1");
    assertThat(loaded.lines())
        .noneMatch(line -> line.contains(YAML)
            || line.contains(JSON)
            || line.contains(PROCESS)
            || line.contains("java.net.http")
            || line.contains("dev.redshank.cli.Comment")
            || line.contains("dev.redshank.core.config.ConfigReader")
            || line.contains("javax.xml.stream")
            || line.contains("dev.redshank.core.report.Entry")
            || line.matches(".*dev\\.redshank\\.core\\.report\\.Lint(?!Text|Summary).*"));
  }

  /** What a shell prints that runs the command behind {@code redshank}. */
  private String shell(String script) throws IOException {
    String redshank = Path.of(System.getProperty("java.home"), "bin", "java") + " -cp '"
        + TestClassPath.value() + "' dev.redshank.cli.Main";
    Process process = new ProcessBuilder(
            "bash", "-c", "set -o pipefail; redshank() { " + redshank + " \"$@\"; }; " + script)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** More than a pipe and all buffers hold. */
  private void writeManyFindings() throws IOException {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      sql.append("CREATE INDEX i").append(i).append(" ON t").append(i).append(" (at);\n");
    }
    Files.writeString(folder.resolve("a.sql"), sql);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"TEXT", "GITLAB", "JUNIT"})
  @EnabledOnOs(OS.LINUX)
  void findingsCountAlsoWhereTheReaderOfTheOutputGoesAway(ReportFormat format) throws IOException {
    writeManyFindings();
    String printed = shell("redshank lint --format " + format.words()
        + " --output concise=all.txt a.sql | head -n 1 > first.txt; echo \"${PIPESTATUS[0]}\"");
    assertThat(printed).startsWith("redshank: failed: 2000 errors").endsWith("\n1\n");
    assertThat(printed.lines()).hasSize(2);
    assertThat(folder.resolve("first.txt")).isNotEmptyFile();
    assertThat(Files.readString(folder.resolve("all.txt"))).contains("a.sql:2000:");
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"TEXT", "GITLAB", "JUNIT"})
  @EnabledOnOs(OS.LINUX)
  void saysThatStandardOutputIsFull(ReportFormat format) throws IOException {
    writeManyFindings();
    String printed =
        shell("redshank lint --format " + format.words() + " a.sql > /dev/full; echo $?");
    assertThat(printed)
        .startsWith("redshank: cannot write to standard output (No space left on device).\n")
        .endsWith("\n2\n");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void saysOfOtherCommandsTooThatStandardOutputIsFull() throws IOException {
    assertThat(shell("redshank rules > /dev/full; echo $?"))
        .isEqualTo("redshank: cannot write to standard output (No space left on device).\n2\n");
  }

  @Test
  void loadsYamlAndNoJsonForAConfiguration() throws IOException {
    Files.writeString(folder.resolve("V1__a.sql"), "SELECT 1;\n");
    Files.writeString(folder.resolve("redshank.yml"), "postgres: 16\n");
    assertThat(loaded("lint", ".")).contains(YAML).doesNotContain(JSON).endsWith("exit code 0");
  }

  /** In a container a checkout often belongs to another user, which git is told here to assume. */
  @Test
  void saysHowGitTrustsARepositoryOfAnotherOwner() throws IOException {
    GitRepository.in(folder).file("V1__a.sql", "SELECT 1;\n").commit("One");
    String output = run(
        Map.of("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1", "GIT_CONFIG_GLOBAL", "/dev/null"),
        List.of(),
        "lint",
        "--changed-since",
        "main",
        ".");
    assertThat(output)
        .contains("git config --global --add safe.directory '" + folder.toRealPath() + "'")
        .endsWith("exit code 2");
  }

  @Test
  void saysThatThereIsNoGit() throws IOException {
    Files.writeString(folder.resolve("V1__a.sql"), "SELECT 1;\n");
    String output =
        run(Map.of("PATH", folder.toString()), List.of(), "lint", "--changed-since", "main", ".");
    assertThat(output)
        .contains("--changed-since main: git cannot be started. Install it and put it on the PATH.")
        .endsWith("exit code 2");
  }
}
