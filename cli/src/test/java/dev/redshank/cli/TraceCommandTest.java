package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.sandbox.server.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code redshank sandbox trace} from the outside. */
final class TraceCommandTest {
  @TempDir
  Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("V1__a.sql"), "CREATE TABLE a (id int PRIMARY KEY, n text);\n");
    Files.writeString(
        folder.resolve("V2__b.sql"), "ALTER TABLE a ADD COLUMN b int DEFAULT ${seven};\n");
  }

  private Run trace(String... more) {
    List<String> args = new ArrayList<>(List.of("sandbox", "trace", ".", "--rows", "50"));
    args.addAll(List.of(more));
    return Run.in(folder, args.toArray(String[]::new));
  }

  @Test
  void tracesAFolder() {
    Run run = trace("--since", "2", "--placeholder", "seven=7");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out())
        .contains("V2__b.sql")
        .contains("ACCESS EXCLUSIVE")
        .contains("server and linter agree on all");
  }

  @Test
  void writesJsonAndHtml() {
    Run json = trace("--since", "2", "--placeholder", "seven=7", "--format", "json");
    assertThat(json.out()).startsWith("{").contains("\"agrees\" : true");
    Run html = trace("--since", "2", "--placeholder", "seven=7", "--format", "html");
    assertThat(html.out()).startsWith("<!doctype html>");
  }

  @Test
  void exitsWith1WhereAMigrationFails() {
    Run run = trace();
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("failed: V2__b.sql:1").contains("42601");
  }

  @Test
  void exitsWith2WhereHistoryFails() {
    Run run = trace("--since", "3");
    assertThat(run.code()).isEqualTo(ExitCode.USER);
    assertThat(run.err()).contains("no migration is version 3 or later");
  }

  @Test
  void exitsWith2WhereAPsqlCommandIsLeftOut() throws IOException {
    Files.writeString(folder.resolve("V2__b.sql"), "\\i other.sql\n");
    assertThat(trace().code()).isEqualTo(ExitCode.USER);
  }

  @Test
  void refusesAServerThatNobodyGaveAway() throws Exception {
    try (PostgresServer server = PostgresServer.start(17)) {
      Run refused = trace("--url", server.jdbcUrl());
      assertThat(refused.code()).isEqualTo(ExitCode.USER);
      assertThat(refused.err()).contains("--throwaway");
      Run given = trace(
          "--url", server.jdbcUrl(), "--throwaway", "--since", "2", "--placeholder", "seven=7");
      assertThat(given.err()).isEmpty();
      assertThat(given.code()).isEqualTo(ExitCode.CLEAN);
      Run again = trace("--url", server.jdbcUrl(), "--throwaway");
      assertThat(again.code()).isEqualTo(ExitCode.USER);
      assertThat(again.err()).contains("holds a.");
      Run other = trace("--url", server.jdbcUrl(), "--throwaway", "--pg-version", "14");
      assertThat(other.code()).isEqualTo(ExitCode.USER);
    }
  }

  @Test
  void saysWhichOptionsDoNotFit() {
    assertThat(trace("--throwaway").err()).contains("--throwaway goes with --url");
    assertThat(Run.in(folder, "sandbox", "trace", "--rows", "many", ".").err())
        .contains("not a number");
    assertThat(trace("--time-limit", "soon").err()).contains("such as 30s");
    assertThat(trace("--seed-sql", "rows.sql").err()).contains("goes with --since");
    assertThat(trace("--since", "2", "--seed-sql", "rows.sql").err()).contains("rows.sql");
    assertThat(trace("--postgres-home", "nowhere").err()).contains("no bin/postgres");
    assertThat(trace("--placeholder", "seven").err()).contains("NAME=VALUE");
    assertThat(trace("--replica-bandwidth", "16").err()).contains("goes with --replica");
    assertThat(trace("--replica", "--replica-bandwidth", "fast").err())
        .contains("not a whole number of megabytes");
    assertThat(trace("--replica", "--url", "jdbc:postgresql://127.0.0.1/x", "--throwaway")
            .err())
        .contains("--replica follows a server that Redshank starts");
    assertThat(trace("--format", "xml").err()).contains("text, json, html");
    Run none = Run.in(folder, "sandbox");
    assertThat(none.code()).isEqualTo(ExitCode.USER);
    assertThat(none.err()).contains("trace");
  }

  @Test
  void everythingElseWorksWithoutTheSandboxOnTheClassPath() throws Exception {
    assertThat(withoutSandbox("lint", "V1__a.sql")).startsWith("0 ").contains("1 migration");
    assertThat(withoutSandbox("--help")).startsWith("0 ").contains("sandbox");
    assertThat(withoutSandbox("sandbox", "trace", "--help")).startsWith("0 ").contains("--rows");
    assertThat(withoutSandbox("sandbox", "trace", "V1__a.sql"))
        .startsWith("2 ")
        .contains("its jars are missing");
  }

  /** The exit code, and what a process prints that has neither the sandbox nor PostgreSQL's driver. */
  private String withoutSandbox(String... args) throws IOException, InterruptedException {
    String jars = Arrays.stream(TestClassPath.value().split(File.pathSeparator))
        .filter(path -> !path.contains("sandbox") && !path.contains("postgresql"))
        .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        jars,
        "dev.redshank.cli.Main"));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + words;
  }
}
