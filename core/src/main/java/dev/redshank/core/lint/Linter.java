package dev.redshank.core.lint;

import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.RuleSet;

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

  public Linter(RuleSet rules, LintSettings settings) {
    this.rules = rules;
    this.settings = settings;
  }

  /**
   * Reads migrations in run order and asks the rules.
   *
   * @param reader gets at their texts; asked from several threads
   */
  public LintResult lint(MigrationSet migrations, Reading.Reader reader) {
    try (Workers workers = Workers.forFiles(migrations.migrations().size())) {
      return lint(migrations, reader, workers);
    }
  }

  private LintResult lint(MigrationSet migrations, Reading.Reader reader, Workers workers) {
    Judges judges = new Judges(rules, workers);
    boolean keepsSteps =
        !rules.at(MigrationEnd.class).isEmpty() || !rules.at(DeployEnd.class).isEmpty();
    Timeline timeline = new Timeline(settings, judges, keepsSteps);
    Results results = new Results(settings, migrations.problems());
    new ParallelReading(reader, workers).forEach(migrations, outcome -> {
      if (outcome.beginsHistory()) {
        timeline.beginHistory();
      }
      outcome.problem().ifPresent(results::problem);
      for (ReadMigration migration : outcome.migrations()) {
        results.count(migration);
        timeline.walk(migration);
      }
    });
    timeline.end();
    timeline.missedStart().ifPresent(results::problem);
    judges.finish();
    return results.with(judges);
  }
}
