package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.redshank.sandbox.drill.Drill;
import dev.redshank.sandbox.drill.Drills;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The drill from two terminals: one that keeps it, one that speaks to it. */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
final class DrillCommandTest {
  private static final String NAME = "alter-table-locks-production";

  @TempDir
  Path folder;

  private Run drill(String... words) {
    List<String> all = new ArrayList<>(List.of("sandbox", "drill"));
    all.addAll(List.of(words));
    return Run.in(folder, all.toArray(String[]::new));
  }

  private Path script(String sql) throws IOException {
    return Files.writeString(folder.resolve("fix.sql"), sql);
  }

  private static String fix() {
    return Drills.find(NAME).orElseThrow().page().fix();
  }

  @Test
  void isPlayedFromStartToEnd() throws Exception {
    try (DrillProcess started = DrillProcess.start(folder, NAME)) {
      assertThat(started.briefing())
          .contains("ALTER TABLE locks production", "postgresql://incident_responder@127.0.0.1:");
      Run early = drill("postmortem");
      assertThat(early.code()).isEqualTo(ExitCode.USER);
      assertThat(early.err()).contains("There is no score yet", "--spoilers");
      assertThat(drill("postmortem", "--spoilers").out()).contains("Root cause");
      assertThat(drill("hint").out()).startsWith("Hint 1 of 3\n");
      Run nothing = drill("score");
      assertThat(nothing.code()).isEqualTo(ExitCode.FINDINGS);
      assertThat(nothing.out()).contains("Score 0 of 100, with 1 hint,");
      Run full = drill("submit", script(fix()).toString());
      assertThat(full.code()).as(full.err()).isZero();
      assertThat(full.out()).contains("Score 100 of 100");
      assertThat(drill("score", "--format", "json").out()).contains("\"score\" : 100");
      Run page = drill("score", "--format", "html", "--output", "page.html");
      assertThat(page.out()).isEmpty();
      assertThat(Files.readString(folder.resolve("page.html"))).contains("pg_terminate_backend");
      assertThat(drill("reset").out()).contains("as it was at first", started.port());
      assertThat(drill("score").out()).contains("Score 0 of 100");
      assertThat(drill("stop").code()).isZero();
      assertThat(started.ends()).isZero();
      assertThat(started.leftOvers()).isEmpty();
      assertThat(started.errors())
          .contains("app_writer_1, app_writer_2 wait for migration_runner_7f3", "nobody waits")
          .contains("nothing is left of it");
    }
  }

  @ParameterizedTest
  @CsvSource({"-INT, 130", "-TERM, 143"})
  void leavesNothingWhenItIsInterrupted(String signal, int code) throws Exception {
    try (DrillProcess started = DrillProcess.start(folder, NAME)) {
      started.signal(signal);
      assertThat(started.ends()).isEqualTo(code);
      assertThat(started.leftOvers()).isEmpty();
      assertThat(started.errors()).doesNotContain("internal error");
    }
  }

  /** Not even a word can be said then; the next drill finds the place free. */
  @Test
  void isFollowedByAnotherAfterItWasKilled() throws Exception {
    try (DrillProcess killed = DrillProcess.start(folder, NAME)) {
      killed.signal("-KILL");
      killed.ends();
      assertThat(drill("score").err()).contains("No drill runs");
    }
    try (DrillProcess next = DrillProcess.start(folder, NAME)) {
      assertThat(drill("stop").code()).isZero();
      assertThat(next.ends()).isZero();
      assertThat(next.leftOvers()).isEmpty();
    }
  }

  @Test
  void refusesASecondOneBeside() throws Exception {
    try (DrillProcess first = DrillProcess.start(folder, NAME)) {
      Run second = drill("start", "release-fallout");
      assertThat(second.code()).isEqualTo(ExitCode.USER);
      assertThat(second.err()).contains("A drill runs already", "drill stop");
      assertThat(drill("score").out()).contains("ALTER TABLE locks production");
      assertThat(drill("stop").code()).isZero();
      assertThat(first.ends()).isZero();
    }
  }

  @Test
  void runsAShellOnIt() throws Exception {
    try (DrillProcess started = DrillProcess.start(folder, NAME)) {
      Process shell = new ProcessBuilder(OwnProcess.command("sandbox", "drill", "shell"))
          .redirectErrorStream(true)
          .start();
      try (OutputStream keys = shell.getOutputStream()) {
        keys.write(("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in%';\n" + fix()
                + "\\d orders\n")
            .getBytes(StandardCharsets.UTF_8));
      }
      String shown = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(shell.waitFor()).as(shown).isZero();
      assertThat(shown).contains("pg_terminate_backend", "orders_pkey", "(1 row)");
      assertThat(drill("score").out()).contains("Score 100 of 100");
      // A shell whose window is closed in the middle of a statement leaves no lock behind.
      Process closed = new ProcessBuilder(OwnProcess.command("sandbox", "drill", "shell")).start();
      OutputStream keys = closed.getOutputStream();
      keys.write(
          "BEGIN; LOCK TABLE orders; SELECT pg_sleep(600);\n".getBytes(StandardCharsets.UTF_8));
      keys.flush();
      started.awaitWords("wait for shell");
      closed.destroyForcibly().waitFor();
      assertThat(drill("score").out()).contains("Score 100 of 100");
    }
  }

  @Test
  void stopsASubmissionThatNeverEnds() throws Exception {
    try (DrillProcess started = DrillProcess.start(folder, NAME)) {
      Path endless = script(fix() + "SELECT pg_sleep(600);\n");
      Run run = drill("submit", endless.toString(), "--time-limit", "2s");
      assertThat(run.err()).contains("fix.sql, line 5: stopped", "more than 2 s");
      assertThat(run.out()).contains("Score 100 of 100");
      assertThat(started.process().isAlive()).isTrue();
    }
  }

  /** Memory of its own that is as good as full; only root can make such. */
  @ParameterizedTest
  @ValueSource(ints = {8, 40})
  void saysThatTheDiskIsFull(int megabytes) throws Exception {
    assumeTrue(Files.isWritable(Path.of("/proc/sys/kernel/hostname")), "needs root");
    List<String> command = new ArrayList<>(List.of(
        "unshare",
        "-m",
        "sh",
        "-c",
        "mount -t tmpfs -o size=" + megabytes + "m none /dev/shm && exec \"$@\"",
        "sh"));
    command.addAll(OwnProcess.command("sandbox", "drill", "start", NAME));
    command.add(command.indexOf("-cp"), "-Djava.io.tmpdir=/dev/shm");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(words).isEqualTo(ExitCode.USER);
    assertThat(words).contains("No space left").doesNotContain("internal error");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start nowhere | There is no drill 'nowhere'",
        "start alter-table-locks-productio | Did you mean 'alter-table-locks-production'?",
        "lint nowhere | drill list",
        "score | No drill runs",
        "hint | No drill runs",
        "reset | No drill runs",
        "stop | No drill runs",
        "postmortem | No drill runs",
        "shell | No drill runs",
        "submit nowhere.sql | There is no file nowhere.sql",
        "submit meta.sql | meta.sql:1: \\timing is a command of psql",
        "submit binary.sql | is not UTF-8",
        "submit ok.sql | No drill runs",
        "submit ok.sql --time-limit soon | --time-limit is 'soon'",
        "submit ok.sql --format xml | Unknown value 'xml'",
        "score --format xml | Unknown value 'xml'"
      })
  void saysWhatIsToBeMended(String words, String message) throws IOException {
    Files.writeString(folder.resolve("meta.sql"), "\\timing\n");
    Files.writeString(folder.resolve("ok.sql"), "SELECT 1;\n");
    Files.write(folder.resolve("binary.sql"), new byte[] {(byte) 0xC3, 0x28, 0});
    System.setProperty("redshank.drill", folder.resolve("nothing").toString());
    try {
      Run run = drill(words.split(" "));
      assertThat(run.code()).isEqualTo(ExitCode.USER);
      assertThat(run.err()).contains(message);
      assertThat(run.out()).isEmpty();
    } finally {
      System.clearProperty("redshank.drill");
    }
  }

  @Test
  void listsAllDrills() {
    String list = drill("list").out();
    for (Drill drill : Drills.all()) {
      assertThat(list).contains(drill.id(), drill.title());
    }
  }

  @Test
  void showsWhatTheLinterSaysOfEachMigration() {
    for (Drill drill : Drills.all()) {
      Run run = drill("lint", drill.id());
      assertThat(run.code()).isZero();
      drill.rules().forEach(rule -> assertThat(run.out()).contains("[" + rule.value() + "]"));
    }
  }
}
