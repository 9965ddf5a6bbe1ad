package dev.redshank.core.lint;

import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.migration.MigrationSet;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.migration.Reading;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.statement.Call;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a tool would run, in its order, and what Redshank claims of it: for somebody who really runs it. What takes something back
 * is left out, and so are baseline scripts, which only an empty database sees.
 *
 * @param problems what the user must mend
 */
public record Rehearsal(
    PgVersion postgres, List<RehearsedMigration> migrations, List<Problem> problems) {
  public Rehearsal {
    migrations = List.copyOf(migrations);
    problems = List.copyOf(problems);
  }

  /**
   * Reads migrations in run order, with the same walk as the linter's.
   *
   * @param reader gets at their texts; asked from several threads
   */
  public static Rehearsal of(
      MigrationSet migrations, Reading.Reader reader, LintSettings settings) {
    Collector collector = new Collector(settings);
    Timeline timeline = new Timeline(settings, collector, false);
    List<Problem> problems = new ArrayList<>(migrations.problems());
    try (Workers workers = Workers.forFiles(migrations.migrations().size())) {
      new ParallelReading(reader, workers).forEach(migrations, outcome -> {
        if (outcome.beginsHistory()) {
          timeline.beginHistory();
          collector.beginHistory();
        }
        outcome.problem().ifPresent(problems::add);
        for (ReadMigration migration : outcome.migrations()) {
          timeline.walk(migration);
          collector.walked(migration);
        }
      });
    }
    timeline.end();
    timeline.missedStart().ifPresent(problems::add);
    return new Rehearsal(settings.postgres(), collector.migrations, problems);
  }

  /** Hears only of what is under review, and of that the statements inside a DO block before the block. */
  private static final class Collector implements Moments {
    private final LintSettings settings;
    private final List<RehearsedMigration> migrations = new ArrayList<>();
    private final List<Optional<StatementImpact>> claims = new ArrayList<>();
    private final List<List<Update>> updates = new ArrayList<>();
    private List<Update> inBlock = new ArrayList<>();
    private boolean reviewing;
    private boolean beginsHistory;

    Collector(LintSettings settings) {
      this.settings = settings;
    }

    void beginHistory() {
      beginsHistory = !migrations.isEmpty();
    }

    @Override
    public void begin(ReadMigration migration) {
      reviewing = true;
    }

    @Override
    public void at(StatementStep step) {
      step.as(Update.class).ifPresent(inBlock::add);
      if (step.enclosures().isEmpty()) {
        claims.add(Optional.of(step.impact()));
        updates.add(inBlock);
        inBlock = new ArrayList<>();
      }
    }

    void walked(ReadMigration migration) {
      if (migration.file().direction() == Direction.UP) {
        migrations.add(new RehearsedMigration(
            migration.file(),
            migration.source(),
            settings.transactions().orElseGet(() -> Runner.modeOf(migration)),
            reviewing,
            beginsHistory,
            statements(migration)));
        beginsHistory = false;
      }
      reviewing = false;
      claims.clear();
      updates.clear();
    }

    private List<RehearsedStatement> statements(ReadMigration migration) {
      List<RehearsedStatement> statements = new ArrayList<>();
      List<NotRead> notRead = reviewing ? Unread.in(migration) : List.of();
      for (int i = 0; i < migration.statements().size(); i++) {
        statements.add(new RehearsedStatement(
            migration.script().get(i),
            migration.statements().get(i),
            reviewing ? claims.get(i) : Optional.empty(),
            isWhollyRead(migration.statements().get(i), notRead),
            reviewing ? updates.get(i) : List.of()));
      }
      return statements;
    }

    /** Nobody looks into the procedure that is called. */
    private static boolean isWhollyRead(Statement statement, List<NotRead> notRead) {
      return !(statement instanceof Call)
          && notRead.stream().noneMatch(part -> statement.span().contains(part.span()));
    }

    @Override
    public void at(TransactionEnd end) {}

    @Override
    public void at(MigrationEnd end) {}

    @Override
    public void at(DeployEnd end) {}
  }
}
