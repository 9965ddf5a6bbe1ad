package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code redshank sandbox replay} and {@code list}, as people use them. */
final class ReplayCommandTest {
  @TempDir
  Path folder;

  private Run replay(String... args) {
    String[] all = new String[args.length + 2];
    all[0] = "sandbox";
    all[1] = "replay";
    System.arraycopy(args, 0, all, 2, args.length);
    return Run.in(folder, all);
  }

  @Test
  void provesARuleAndSaysWhatTheLinterSays() {
    Run run = replay("volatile-default-rewrite");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("✓ orders gets a new file")
        .contains("the linter: error[volatile-default-rewrite]: gen_random_uuid()")
        .endsWith("Proven: the danger bites, and the remedy does not.\n\n");
    assertThat(run.err().lines())
        .startsWith("[1/1] volatile-default-rewrite", "  danger")
        .contains("  remedy")
        .endsWith("  proven");
  }

  @Test
  void writesAPageIntoAFile() throws IOException {
    Run run = replay("volatile-default-rewrite", "--format", "html", "--output", "report.html");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(folder.resolve("report.html")))
        .startsWith("<!doctype html>")
        .contains("error[volatile-default-rewrite]")
        .endsWith("</html>\n");
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
  }

  @Test
  void writesJson() {
    Run run = replay("volatile-default-rewrite", "--format", "json");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("{")
        .contains("\"verdict\" : \"proven\"")
        .contains("\"rule\" : \"volatile-default-rewrite\"");
  }

  @Test
  void offersTheNearestReplay() {
    Run run = replay("lock-queue-freze");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("There is no replay 'lock-queue-freze'. Did you mean 'lock-queue-freeze'?")
        .contains("'redshank sandbox list' lists them.");
  }

  @Test
  void refusesAnUnknownNameBesideAll() {
    Run run = replay("all", "nonsense");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("There is no replay 'nonsense'.");
  }

  @Test
  void offersTheNearestSubCommand() {
    Run run = Run.in(folder, "sandbox", "reply");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Did you mean 'replay'?");
  }

  @Test
  void asksWhatTheSandboxIsToDo() {
    Run run = Run.in(folder, "sandbox");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("replay").contains("list");
  }

  @Test
  void refusesAFolderWithoutAServer() {
    Run run = replay("lock-queue-freeze", "--postgres-home", ".");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no bin/postgres").doesNotContain("danger");
  }

  @Test
  void refusesAnOutputThatCannotBeWrittenBeforeAnythingRuns() {
    Run run = replay("lock-queue-freeze", "--output", "missing/report.html");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("there is no folder for missing/report.html");
    assertThat(replay("lock-queue-freeze", "--output", ".").code()).isEqualTo(2);
  }

  @Test
  void refusesAnUnknownFormat() {
    Run run = replay("lock-queue-freeze", "--format", "pdf");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("text, json, html");
  }

  @Test
  void printsHelp() {
    Run run = replay("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("redshank sandbox replay").contains("--postgres-home");
  }

  @Test
  void listsReplaysByFailureMode() {
    Run run = Run.in(folder, "sandbox", "list");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines())
        .contains("Lock-queue freeze", "Hidden rewrite")
        .anyMatch(line -> line.matches("  lock-queue-freeze +the failure mode itself"))
        .anyMatch(line -> line.matches("  volatile-default-rewrite +rule"));
  }
}
