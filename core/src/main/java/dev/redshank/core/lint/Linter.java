package dev.redshank.core.lint;

import dev.redshank.core.change.AppliedChange;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.RuleSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Lints migrations: the one entry point.
 *
 * <pre>{@code
 * LintResult result = new Linter(rules, LintSettings.DEFAULT).lint(migrations, reader);
 * }</pre>
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
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
    try (Workers workers = Workers.forFiles(migrations.migrations().size())) {
      return lint(migrations, reader, workers);
    }
  }

  private LintResult lint(MigrationSet migrations, Reading.Reader reader, Workers workers) {
    Judges judges = new Judges(rules, settings.config(), workers);
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
        results.remember(migration, !settings.review().isStart(migration.file()));
        timeline.walk(migration);
      }
    });
    timeline.end();
    timeline.missedStart().ifPresent(results::problem);
    judges.finish();
    return results.with(judges, new Accepted(settings, acceptance, rules), verdict(judges));
  }

  private Verdict verdict(Judges judges) {
    Set<String> applied =
        acceptance.applied().stream().map(AppliedChange::path).collect(Collectors.toSet());
    return new Verdict(judges.tables(), settings.isOneDeploy(), applied);
  }
}
