package dev.redshank.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Timeout;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.migration.Tool;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether a repeatable migration runs in a deploy that begins at a version is not known. */
final class RepeatableDoubtTest {
  @Test
  void findingsOfARepeatableMigrationAreNoErrorsSinceAVersion() {
    List<LocatedFinding> found = lint(Optional.of("1"));
    assertThat(found)
        .extracting(each -> each.finding().severity())
        .containsExactly(Severity.ERROR, Severity.WARNING);
    assertThat(found.get(1).finding().message())
        .isEqualTo(
            "Gone. Not certain: a repeatable migration runs again only when it has changed.");
    assertThat(found.get(1).finding().uncertain()).extracting("fact").containsExactly("run");
  }

  @Test
  void whatIsADeployOfItsOwnRuns() {
    assertThat(lint(Optional.empty()))
        .extracting(each -> each.finding().message())
        .containsExactly("Gone.", "Gone.");
  }

  private static List<LocatedFinding> lint(Optional<String> since) {
    LintSettings settings =
        new LintSettings(PgVersion.DEFAULT, since, Optional.empty(), Timeout.UNSET, Timeout.UNSET);
    List<MigrationFile> files = List.of(file("V1__a.sql", "1", false), file("R__b.sql", "b", true));
    return new Linter(RuleSet.of(List.of(new Dropped())), settings)
        .lint(
            new MigrationSet(files, List.of()),
            file -> Reading.of(SourceText.of(file.path(), "DROP TABLE a;")))
        .findings();
  }

  private static MigrationFile file(String path, String version, boolean repeatable) {
    return new MigrationFile(
        Path.of(path),
        path,
        version,
        "",
        Direction.UP,
        Tool.FLYWAY,
        TransactionMode.DETECTED,
        repeatable,
        Optional.empty());
  }

  private static final class Dropped implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            new RuleId("dropped"), FailureMode.DESTRUCTIVE_ROLLBACK, Severity.ERROR, "Dropped")
        .about(DropObjects.class);

    @Override
    public RuleInfo info() {
      return INFO;
    }

    @Override
    public List<Finding> check(StatementStep step) {
      return List.of(
          INFO.finding(step.statement().span(), "Gone.").withLocks(step.blockingLocks()));
    }
  }
}
