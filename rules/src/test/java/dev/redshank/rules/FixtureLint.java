package dev.redshank.rules;

import dev.redshank.core.impact.Timeout;
import dev.redshank.core.lint.LintResult;
import dev.redshank.core.lint.LintSettings;
import dev.redshank.core.lint.Linter;
import dev.redshank.core.lint.LocatedFinding;
import dev.redshank.core.lint.Timeouts;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.migration.Tool;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.RuleSet;
import dev.redshank.core.text.SourceText;
import dev.redshank.fixtures.FixtureCase;
import dev.redshank.fixtures.FixtureFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lints a case of a fixture under every safety rule. */
final class FixtureLint {
  private static final String GIVEN = "given.sql";

  /** What a careful role has; without it every case would be told that lock_timeout is missing. */
  private static final Timeout USUAL = Timeouts.read("2min");

  private final FixtureCase fixtureCase;
  private final List<MigrationFile> migrations = new ArrayList<>();
  private final Map<String, SourceText> sources = new HashMap<>();
  private String lastUp = "0";

  private FixtureLint(FixtureCase fixtureCase) {
    this.fixtureCase = fixtureCase;
  }

  /** The findings outside of what the case is given. */
  static List<LocatedFinding> of(FixtureCase fixtureCase, PgVersion postgres) {
    LintResult result = new FixtureLint(fixtureCase).lint(postgres);
    if (!result.crashes().isEmpty()) {
      throw new AssertionError(
          fixtureCase + ": a rule crashed", result.crashes().get(0).error());
    }
    if (!result.notRead().isEmpty()) {
      throw new AssertionError(
          fixtureCase + ": not read: " + result.notRead().get(0).reason());
    }
    return result.findings().stream()
        .filter(finding -> !finding.source().path().equals(GIVEN))
        .toList();
  }

  private LintResult lint(PgVersion postgres) {
    if (!fixtureCase.given().isEmpty()) {
      add(GIVEN, String.join(";\n", fixtureCase.given()) + ";\n", Direction.UP, "0");
    }
    int number = 0;
    for (FixtureFile file : fixtureCase.files()) {
      number++;
      Direction direction = file.down() ? Direction.DOWN : Direction.UP;
      add(file.name(), file.text(), direction, String.valueOf(number));
    }
    LintSettings settings = new LintSettings(
        postgres,
        Optional.empty(),
        Optional.empty(),
        timeout("lock_timeout", USUAL),
        timeout("statement_timeout", Timeout.UNSET));
    RuleSet safety = RuleSet.of(RedshankRules.all().stream()
        .filter(rule -> rule.info().mode().isSafety())
        .toList());
    return new Linter(safety, settings)
        .lint(
            new MigrationSet(migrations, List.of()), file -> Reading.of(sources.get(file.path())));
  }

  private TransactionMode transactions(String name) {
    if (name.equals(GIVEN)) {
      return TransactionMode.AUTOCOMMIT;
    }
    return switch (fixtureCase.tool()) {
      case "flyway" -> TransactionMode.DETECTED;
      case "golang-migrate" -> TransactionMode.SIMPLE_QUERY;
      default -> TransactionMode.AUTOCOMMIT;
    };
  }

  private Timeout timeout(String setting, Timeout usual) {
    return Optional.ofNullable(fixtureCase.assume().get(setting))
        .map(Timeouts::read)
        .orElse(usual);
  }

  private void add(String name, String text, Direction direction, String version) {
    boolean flyway = fixtureCase.tool().equals("flyway") && !name.equals(GIVEN);
    Optional<String> undoes = direction == Direction.DOWN ? Optional.of(lastUp) : Optional.empty();
    lastUp = direction == Direction.UP ? version : lastUp;
    sources.put(name, SourceText.of(name, text));
    migrations.add(new MigrationFile(
        Path.of(name),
        name,
        version,
        "",
        direction,
        flyway ? Tool.FLYWAY : Tool.PLAIN,
        transactions(name),
        false,
        undoes));
  }
}
