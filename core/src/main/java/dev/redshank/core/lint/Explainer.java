package dev.redshank.core.lint;

import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what each statement of migrations does: the same walk as the linter's, without rules. */
public final class Explainer {
  private final LintSettings settings;

  public Explainer(LintSettings settings) {
    this.settings = settings;
  }

  /**
   * Reads migrations in run order and asks for the impact of each statement under review.
   *
   * @param reader gets at their texts; asked from several threads
   */
  public Explanation explain(MigrationSet migrations, Reading.Reader reader) {
    Collector collector = new Collector();
    Timeline timeline = new Timeline(settings, collector, false);
    List<Problem> problems = new ArrayList<>(migrations.problems());
    int[] files = {0};
    try (Workers workers = Workers.forFiles(migrations.migrations().size())) {
      new ParallelReading(reader, workers).forEach(migrations, outcome -> {
        if (outcome.beginsHistory()) {
          timeline.beginHistory();
        }
        outcome.problem().ifPresent(problems::add);
        boolean counts = outcome.migrations().stream()
            .anyMatch(migration -> !settings.review().isStart(migration.file()));
        files[0] += counts ? 1 : 0;
        outcome.migrations().forEach(timeline::walk);
      });
    }
    timeline.end();
    timeline.missedStart().ifPresent(problems::add);
    return new Explanation(
        settings.postgres(),
        collector.statements,
        collector.notRead,
        problems,
        files[0],
        collector.sources);
  }

  /** A DO block is told behind the statements inside it, so a migration is put in order at its end. */
  private static final class Collector implements Moments {
    private final List<Explained> statements = new ArrayList<>();
    private final List<NotRead> notRead = new ArrayList<>();
    private final Map<String, SourceText> sources = new HashMap<>();
    private int migrationStart;

    @Override
    public void begin(ReadMigration migration) {
      List<NotRead> parts = Unread.in(migration);
      notRead.addAll(parts);
      if (!parts.isEmpty()) {
        sources.put(migration.file().path(), migration.source());
      }
      migrationStart = statements.size();
    }

    @Override
    public void at(StatementStep step) {
      Span span = step.statement().span();
      Optional<Span> within =
          step.enclosures().stream().findFirst().map(StatementStep.Enclosure::span);
      statements.add(new Explained(
          step.source(),
          step.migration().version(),
          span,
          step.statement().kind(),
          within,
          step.transaction(),
          step.impact()));
    }

    @Override
    public void at(TransactionEnd end) {}

    @Override
    public void at(MigrationEnd end) {
      statements
          .subList(migrationStart, statements.size())
          .sort(Comparator.comparingInt((Explained e) -> e.span().start()));
    }

    @Override
    public void at(DeployEnd end) {}
  }
}
