package dev.redshank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says to people who hold it wrong. */
final class UsageTest {
  @TempDir
  Path folder;

  @Test
  void offersTheNearestCommand() {
    Run run = Run.in(folder, "lnit", "db");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("There is no command 'lnit'. Did you mean 'lint'?");
  }

  @Test
  void offersTheNearestOption() {
    Run run = Run.in(folder, "lint", "--formt", "json", "db");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Did you mean '--format'?");
  }

  @Test
  void offersTheNearestRule() {
    Run run = Run.in(folder, "rules", "index-without-concurently");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Did you mean 'index-without-concurrently'?");
  }

  @Test
  void listsKnownPostgresVersions() {
    Run run = Run.in(folder, "lint", "--pg-version", "9.6", "db");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("14, 15, 16, 17, 18");
  }

  @Test
  void refusesUnknownFormatBeforeReadingAnything() {
    Run run = Run.in(folder, "lint", "--format", "xml", "db");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("text, json").doesNotContain("db:");
  }

  @Test
  void asksForAPath() {
    assertThat(Run.in(folder, "lint").err()).contains("No PATH given");
    assertThat(Run.in(folder, "lint").code()).isEqualTo(2);
  }

  @Test
  void refusesStandardInputBesidePaths() {
    Run run = Run.in(folder, "lint", "-", "db");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("stands alone");
  }

  @Test
  void printsHelpOnStandardOutput() {
    Run run = Run.in(folder, "lint", "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("--pg-version").contains("Exit code");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void namesAVersionThatNoMigrationReaches() throws java.io.IOException {
    java.nio.file.Files.writeString(folder.resolve("V1__a.sql"), "SELECT 1;");
    Run run = Run.in(folder, "lint", "--since", "99", ".");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("99");
  }

  @Test
  void asksOnlyTheRulesThatAreChosen() throws java.io.IOException {
    java.nio.file.Files.writeString(
        folder.resolve("a.sql"),
        "CREATE INDEX i ON orders (at);\nALTER TABLE orders RENAME COLUMN a TO b;\n");
    String only = Run.in(folder, "lint", "--rule", "column-renamed", "a.sql").out();
    String without =
        Run.in(folder, "lint", "--no-rule", "column-renamed", "a.sql").out();
    assertThat(only).contains("column-renamed").doesNotContain("index-without-concurrently");
    assertThat(without).contains("index-without-concurrently").doesNotContain("column-renamed");
  }

  @Test
  void refusesARuleThatIsChosenAndLeftOut() {
    Run run =
        Run.in(folder, "lint", "--rule", "column-renamed", "--no-rule", "column-renamed", ".");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--rule and in --no-rule");
  }

  @Test
  void offersTheNearestRuleToChoose() {
    Run run = Run.in(folder, "lint", "--rule", "column-renamd", ".");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Did you mean 'column-renamed'?");
  }

  @Test
  void printsAPageWithoutTheMarksOfItsGeneratedParts() {
    String page = Run.in(folder, "rules", "column-renamed").out();
    assertThat(page).startsWith("# column-renamed").contains("## What happens");
    assertThat(page).doesNotContain("<!--");
  }
}
