package dev.redshank.sandbox.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.finding.RuleId;
import dev.redshank.core.lint.LintSettings;
import dev.redshank.core.lint.Linter;
import dev.redshank.core.migration.MigrationFinder;
import dev.redshank.core.migration.MigrationReader;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.rules.RedshankRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every drill has: a page, hints, a fix, and rules that would have caught its migration. */
final class DrillLawsTest {
  static Stream<Drill> drills() {
    return Drills.all().stream();
  }

  @ParameterizedTest
  @MethodSource("drills")
  void hasAWholePage(Drill drill) {
    DrillPage page = drill.page();
    assertThat(page.title()).isNotBlank().doesNotStartWith("#");
    assertThat(page.briefing()).isNotBlank();
    assertThat(page.hints()).hasSize(3).doesNotContain("");
    assertThat(page.postmortem())
        .extracting(DrillPage.Section::title)
        .containsExactly("Root cause", "How it was found", "Fix", "Lesson", "Checklist");
    assertThat(page.postmortem()).extracting(DrillPage.Section::text).doesNotContain("");
    assertThat(page.postmortem().get(4).text().lines()).anyMatch(line -> line.startsWith("- "));
    assertThat(drill.level()).isBetween(1, 5);
  }

  @ParameterizedTest
  @MethodSource("drills")
  void doesNotTellTheFixInItsBriefing(Drill drill) {
    assertThat(drill.page().briefing()).doesNotContain("pg_terminate_backend", "SET DEFAULT");
  }

  /** The linter flags the very migration that caused the incident, with the rules that it names. */
  @ParameterizedTest
  @MethodSource("drills")
  void isCaughtByTheRulesThatItNames(Drill drill) {
    Set<RuleId> found = findings(drill.page().given(), drill.page().migration());
    assertThat(drill.rules()).isNotEmpty();
    assertThat(found).containsAll(drill.rules());
  }

  private static Set<RuleId> findings(String given, String migration) {
    Map<String, String> texts = Map.of("1_given.sql", given, "2_migration.sql", migration);
    LintSettings defaults = LintSettings.DEFAULT;
    LintSettings settings = new LintSettings(
        PgVersion.DEFAULT,
        Optional.of("2"),
        Optional.of(TransactionMode.AUTOCOMMIT),
        defaults.lockTimeout(),
        defaults.statementTimeout());
    return new Linter(RuleSet.of(RedshankRules.all()), settings)
            .lint(
                new MigrationSet(
                    List.of(
                        MigrationFinder.named("1_given.sql"),
                        MigrationFinder.named("2_migration.sql")),
                    List.of()),
                file -> MigrationReader.decode(
                    file, texts.getOrDefault(file.path(), "").getBytes(StandardCharsets.UTF_8)))
            .findings()
            .stream()
            .map(found -> found.finding().rule())
            .collect(Collectors.toSet());
  }

  @Test
  void areFoundByTheirNames() {
    assertThat(Drills.all())
        .hasSize(8)
        .allSatisfy(drill -> assertThat(Drills.find(drill.id())).containsSame(drill));
    assertThat(Drills.find("unknown")).isEmpty();
  }
}
