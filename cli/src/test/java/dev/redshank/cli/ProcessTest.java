package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            || line.contains("dev.redshank.core.config.ConfigReader"));
  }

  @Test
  void loadsYamlAndNoJsonForAConfiguration() throws IOException {
    Files.writeString(folder.resolve("V1__a.sql"), "SELECT 1;\n");
    Files.writeString(folder.resolve("redshank.yml"), "postgres: 16\n");
    assertThat(loaded("lint", ".")).contains(YAML).doesNotContain(JSON).endsWith("exit code 0");
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
