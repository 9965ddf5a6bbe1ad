package dev.redshank.sandbox.replay;

import dev.redshank.core.finding.RuleId;
import dev.redshank.core.impact.Timeout;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LintSettings;
import dev.redshank.core.lint.Linter;
import dev.redshank.core.lint.Timeouts;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.migration.Tool;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.text.SourceText;
import dev.redshank.fixtures.FixtureCase;
import dev.redshank.fixtures.FixtureFile;
import dev.redshank.fixtures.Fixtures;
import dev.redshank.rules.RedshankRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule says about the statements of an act. What the act is given is history; about the rest the
 * rule's fixture knows: what is assumed, and whether it is about down migrations. Then the last
 * statement that is given is the migration that the act takes back.
 */
final class ReplayLint {
  private static final String ACT = "act.sql";
  private static final List<String> GIVEN = List.of("history.sql", "up.sql");

  /** What a careful role has. */
  private static final Timeout USUAL = Timeouts.read("2min");

  private final RuleId rule;
  private final FixtureCase fixture;
  private final List<MigrationFile> migrations = new ArrayList<>();
  private final Map<String, SourceText> sources = new HashMap<>();

  private ReplayLint(RuleId rule) {
    this.rule = rule;
    this.fixture = Fixtures.all().stream()
        .filter(found -> found.rule().equals(rule.value()))
        .findFirst()
        .orElseThrow()
        .danger();
  }

  /** The rule's messages about an act's statements. */
  static List<String> messages(
      RuleId rule, List<String> given, List<String> act, PgVersion version) {
    return new ReplayLint(rule).lint(given, act, version);
  }

  private List<String> lint(List<String> given, List<String> act, PgVersion version) {
    boolean down = fixture.files().stream().anyMatch(FixtureFile::down);
    int history = down ? given.size() - 1 : given.size();
    add(GIVEN.get(0), given.subList(0, history), "0");
    if (down) {
      add(GIVEN.get(1), given.subList(history, given.size()), "1");
    }
    if (isSentWhole()) {
      act.forEach(
          message -> add("message" + sources.size() + ".sql", List.of(message), "2", Direction.UP));
    } else {
      add(ACT, act, down ? "1" : "2", down ? Direction.DOWN : Direction.UP);
    }
    LintResult result = new Linter(RuleSet.of(List.of(named())), settings(version))
        .lint(
            new MigrationSet(migrations, List.of()), file -> Reading.of(sources.get(file.path())));
    return result.findings().stream()
        .filter(finding -> !GIVEN.contains(finding.source().path()))
        .map(finding -> finding.finding().message())
        .toList();
  }

  /** Whether a runner is meant that sends each file as one message: what an act runs at once. */
  private boolean isSentWhole() {
    return fixture.tool().equals("golang-migrate");
  }

  private Rule named() {
    return RedshankRules.all().stream()
        .filter(found -> found.info().id().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private LintSettings settings(PgVersion version) {
    return new LintSettings(
        version,
        Optional.empty(),
        Optional.empty(),
        timeout("lock_timeout", USUAL),
        timeout("statement_timeout", Timeout.UNSET));
  }

  private Timeout timeout(String setting, Timeout usual) {
    return Optional.ofNullable(fixture.assume().get(setting))
        .map(Timeouts::read)
        .orElse(usual);
  }

  private void add(String name, List<String> statements, String version) {
    add(name, statements, version, Direction.UP);
  }

  private void add(String name, List<String> statements, String version, Direction direction) {
    Optional<String> undoes = direction == Direction.DOWN ? Optional.of(version) : Optional.empty();
    sources.put(name, SourceText.of(name, String.join(";\n", statements) + ";\n"));
    migrations.add(new MigrationFile(
        Path.of(name),
        name,
        version,
        "",
        direction,
        Tool.PLAIN,
        isSentWhole() && !GIVEN.contains(name)
            ? TransactionMode.SIMPLE_QUERY
            : TransactionMode.AUTOCOMMIT,
        false,
        undoes));
  }
}
