package dev.redshank.core.lint;

import dev.redshank.core.change.AppliedChange;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.RuleSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lints migrations: the one entry point.
 *
 * <pre>{@code
 * LintResult result = new Linter(rules, LintSettings.DEFAULT).lint(migrations, reader);
 * }</pre>
 */
public final class Linter {
  private final RuleSet rules;
  private final LintSettings settings;
  private final Acceptance acceptance;

  public Linter(RuleSet rules, LintSettings settings) {
    this(rules, settings, Acceptance.LENIENT);
  }

  /** A linter for a project that puts up with some findings. */
  public Linter(RuleSet rules, LintSettings settings, Acceptance acceptance) {
    this.rules = rules;
    this.settings = settings;
    this.acceptance = acceptance;
  }

  /**
   * Reads migrations in run order and asks the rules.
   *
   * @param reader gets at their texts; asked from several threads
   */
  public LintResult lint(MigrationSet migrations, Reading.Reader reader) {
    Judges judges = new Judges(rules, settings.config());
    TouchedTables tables = new TouchedTables(judges);
    boolean keepsSteps =
        !rules.at(MigrationEnd.class).isEmpty() || !rules.at(DeployEnd.class).isEmpty();
    Timeline timeline = new Timeline(settings, tables, keepsSteps);
    Results results = new Results(settings.postgres(), migrations.problems());
    new ParallelReading(reader).forEach(migrations, outcome -> {
      if (outcome.beginsHistory()) {
        timeline.beginHistory();
      }
      outcome.problem().ifPresent(results::problem);
      for (ReadMigration migration : outcome.migrations()) {
        results.remember(migration, !settings.review().isStart(migration.file()));
        timeline.walk(migration);
      }
    });
    timeline.end();
    timeline.missedStart().ifPresent(results::problem);
    return results.with(judges, new Accepted(settings, acceptance, rules), verdict(tables));
  }

  private Verdict verdict(TouchedTables tables) {
    Set<String> applied =
        acceptance.applied().stream().map(AppliedChange::path).collect(Collectors.toSet());
    return new Verdict(tables.all(), settings.isOneDeploy(), applied);
  }
}
