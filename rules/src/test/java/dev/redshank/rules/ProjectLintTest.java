package dev.redshank.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.project.BrokenInputException;
import dev.redshank.core.project.FailurePolicy;
import dev.redshank.core.project.KnownFindings;
import dev.redshank.core.project.LintRun;
import dev.redshank.core.project.ProjectLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lints projects as build plugins do. */
final class ProjectLintTest {
  @TempDir
  private Path project;

  @BeforeEach
  void writeMigrations() throws IOException {
    Path folder = Files.createDirectories(project.resolve("db"));
    Files.writeString(
        folder.resolve("V1__orders.sql"), "CREATE TABLE orders (id bigint, note text);");
    Files.writeString(folder.resolve("V2__note.sql"), "CREATE INDEX orders_note ON orders (note);");
  }

  private ProjectLint lint() {
    return ProjectLint.of(RedshankRules.book(), project, () -> LocalDate.of(2026, 1, 1));
  }

  private static List<String> errors(LintResult result) {
    return result.findings().stream()
        .filter(found -> found.finding().severity() == Severity.ERROR)
        .map(found -> found.source().path() + " " + found.finding().rule())
        .toList();
  }

  @Test
  void findsWhatIsDangerousInTheNamedFolder() {
    LintResult result = lint().paths(List.of("db")).prepare().lint();

    assertThat(errors(result)).containsExactly("db/V2__note.sql index-without-concurrently");
    FailurePolicy policy = new FailurePolicy("error", Optional.of(0));
    assertThat(policy.reached(result)).isEqualTo(1);
    assertThat(policy.isExceeded(result)).isFalse();
  }

  @Test
  void takesPathsVersionAndRulesFromTheConfiguration() throws IOException {
    Files.writeString(
        project.resolve("redshank.yml"),
        "paths: [db]\npostgres: 15\nrules: {index-without-concurrently: off}\n");

    LintRun run = lint().prepare();

    assertThat(errors(run.lint())).isEmpty();
    assertThat(run.settings().postgres()).isEqualTo(PgVersion.parse("15").orElseThrow());
    assertThat(lint().postgres(PgVersion.DEFAULT).prepare().settings().postgres())
        .isEqualTo(PgVersion.DEFAULT);
  }

  @Test
  void leavesOutWhatIsNotWanted() {
    LintRun run =
        lint().paths(List.of("db")).only(List.of("db/**"), List.of("**/V2__*")).prepare();

    assertThat(run.inputs().migrations().migrations())
        .extracting(file -> file.path())
        .containsExactly("db/V1__orders.sql");
  }

  @Test
  void reportsNothingThatTheBaselineHolds() {
    ProjectLint lint = lint().paths(List.of("db"));
    Path file = project.resolve("known.json");

    new KnownFindings(file, lint.project())
        .write(lint.writingBaseline().prepare().lint());

    assertThat(errors(lint.baseline(file).prepare().lint())).isEmpty();
  }

  @Test
  void saysAllThatIsWrongWithTheConfiguration() throws IOException {
    Files.writeString(project.resolve("redshank.yml"), "pathes: [db]\npostgres: 13\n");

    assertThatThrownBy(() -> lint().prepare())
        .isInstanceOf(BrokenInputException.class)
        .hasMessageContaining("redshank.yml:1:1")
        .hasMessageContaining("'paths'")
        .hasMessageContaining("redshank.yml:2:11");
  }

  @Test
  void asksWhereMigrationsAre() {
    assertThatThrownBy(() -> lint().prepare())
        .isInstanceOf(BrokenInputException.class)
        .hasMessageContaining("Name their folder");
  }

  @Test
  void saysWhyGitDoesNotKnowWhatChanged() {
    assertThatThrownBy(() -> lint().paths(List.of("db")).changedSince("main").prepare())
        .isInstanceOf(BrokenInputException.class)
        .hasMessageContaining("changedSince main: ");
  }
}
