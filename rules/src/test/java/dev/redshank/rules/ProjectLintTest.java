package dev.redshank.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.project.BrokenInputException;
import dev.redshank.core.project.BuildReport;
import dev.redshank.core.project.FailurePolicy;
import dev.redshank.core.project.KnownFindings;
import dev.redshank.core.project.LintRun;
import dev.redshank.core.project.ProjectLint;
import dev.redshank.core.project.RuleBook;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.CreateTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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

  /** A rule with a bug. */
  private static final class Broken implements Rule {
    @Override
    public RuleInfo info() {
      return new RuleInfo(
              new RuleId("broken"), FailureMode.HIDDEN_REWRITE, Severity.ERROR, "Broken")
          .about(CreateTable.class);
    }

    @Override
    public List<Finding> check(StatementStep step) {
      throw new IllegalStateException("no answer");
    }
  }

  @Test
  void tellsBuildsWhatBrokeAndWhatWasFoundAllTheSame() {
    RuleBook book = RedshankRules.book();
    List<Rule> rules = new ArrayList<>(book.rules());
    rules.add(new Broken());
    ProjectLint lint = ProjectLint.of(new RuleBook(rules, book.pages()), project, LocalDate::now);
    LintRun run = lint.paths(List.of("db", "absent")).prepare();

    BuildReport report = new BuildReport(run, run.lint());

    assertThat(report.breakages())
        .anySatisfy(line -> assertThat(line).startsWith("absent: there is no such file or folder."))
        .anySatisfy(line -> assertThat(line)
            .startsWith("db/V1__orders.sql:1: The rule broken failed here")
            .doesNotContain("\n"));
    assertThat(report.summary()).startsWith("1 error, ");
    assertThat(report.messages().get(0).text()).startsWith("error[index-without-concurrently]");
  }

  @Test
  void showsBuildsThreeFindingsInFullAndALineForEachOther() throws IOException {
    for (int i = 3; i < 60; i++) {
      Files.writeString(
          project.resolve("db/V%d__more.sql".formatted(i)),
          "CREATE INDEX orders_%d ON orders (note);".formatted(i));
    }
    LintRun run = lint().paths(List.of("db")).prepare();

    List<BuildReport.Message> messages = new BuildReport(run, run.lint()).messages();

    assertThat(messages).hasSize(54);
    assertThat(messages.subList(0, 3))
        .allSatisfy(message -> assertThat(message.text()).contains("\n").contains("= instead:"));
    assertThat(messages.subList(3, 53))
        .allSatisfy(message -> assertThat(message.text()).doesNotContain("\n"));
    assertThat(messages.get(53).text()).isEqualTo("and 5 more, in the report");
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
