package dev.redshank.core.lint;

import dev.redshank.core.migration.Direction;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.migration.Problem;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.migration.Versions;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.schema.Era;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.SchemaView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks migrations in run order and tells {@link Moments} what happens. A down migration is walked on
 * a fork of the picture right behind the one it takes back, a baseline script on an empty one, and
 * neither changes the timeline.
 */
final class Timeline {
  private final LintSettings settings;
  private final Moments moments;
  private final boolean keepsSteps;
  private final Clock clock = new Clock();
  private final List<MigrationEnd> deployed = new ArrayList<>();
  private SchemaState schema = SchemaState.empty();
  private boolean reviewing;
  private boolean reviewedAny;
  private String newest = "";

  /**
   * @param keepsSteps whether somebody wants to hear of whole migrations, so that their statements
   *     have to be remembered
   */
  Timeline(LintSettings settings, Moments moments, boolean keepsSteps) {
    this.settings = settings;
    this.moments = moments;
    this.keepsSteps = keepsSteps;
    this.reviewing = settings.since().isEmpty();
    this.reviewedAny = reviewing;
  }

  /** Walks the next migration. */
  void walk(ReadMigration migration) {
    MigrationFile file = migration.file();
    newest = file.direction() == Direction.UP ? file.version() : newest;
    if (!reviewing && startsReview(file)) {
      reviewing = true;
      reviewedAny = true;
      clock.nextDeploy();
    }
    if (settings.since().isEmpty()) {
      clock.nextDeploy();
    }
    boolean forked = file.direction() != Direction.UP;
    if (forked && settings.since().isPresent()) {
      clock.forkDeploy();
    }
    SchemaState before = file.direction() == Direction.BASELINE ? SchemaState.empty() : schema;
    SchemaState after = walk(migration, before);
    if (forked) {
      clock.endFork();
    } else {
      schema = after;
    }
    if (settings.since().isEmpty() && !forked) {
      endDeploy();
    }
  }

  /** What follows belongs to another database. */
  void beginHistory() {
    end();
    schema = SchemaState.empty();
    reviewing = settings.since().isEmpty();
  }

  /** Ends the last deploy. */
  void end() {
    if (settings.since().isPresent() && reviewing && !deployed.isEmpty()) {
      endDeploy();
    }
    moments.end(schema);
  }

  /** What is wrong when migrations were walked, yet the version to begin at was never reached. */
  Optional<Problem> missedStart() {
    if (reviewedAny || newest.isEmpty()) {
      return Optional.empty();
    }
    String message =
        "no migration is version %s or later, so nothing is under review. The newest is %s."
            .formatted(settings.since().orElse(""), newest);
    return Optional.of(new Problem("--since", Optional.empty(), message));
  }

  private boolean startsReview(MigrationFile file) {
    return file.direction() == Direction.UP
        && settings.since().map(since -> Versions.isAtLeast(file, since)).orElse(true);
  }

  private void endDeploy() {
    moments.at(new DeployEnd(deployed, new SchemaView(schema, clock.now())));
    deployed.clear();
  }

  private SchemaState walk(ReadMigration migration, SchemaState before) {
    clock.nextMigration();
    if (reviewing) {
      moments.begin(migration);
    }
    TransactionMode mode = settings.transactions().orElseGet(() -> Runner.modeOf(migration));
    SchemaView start = new SchemaView(before, clock.now());
    MigrationWalk walk = new MigrationWalk(
        migration, mode, settings, clock, reviewing ? moments : Silence.MOMENTS, reviewing);
    SchemaState after = walk.run(before, keepsSteps);
    if (reviewing) {
      SchemaView end = new SchemaView(after, clock.now());
      MigrationEnd migrationEnd = new MigrationEnd(
          migration.file(), migration.source(), walk.steps(), walk.transactions(), start, end);
      moments.at(migrationEnd);
      if (keepsSteps && migration.file().direction() == Direction.UP) {
        deployed.add(migrationEnd);
      }
    }
    return after;
  }

  /** Counts deploys, migrations and transactions. */
  static final class Clock {
    private int deploys;
    private int deploy;
    private int migration;
    private int transaction;
    private int forkedFrom = -1;

    Era now() {
      return new Era(deploy, migration, transaction);
    }

    void nextDeploy() {
      deploy = ++deploys;
    }

    /** A down migration is a deploy of its own: what its up made may hold data by then. */
    void forkDeploy() {
      forkedFrom = deploy;
      deploy = ++deploys;
    }

    void endFork() {
      if (forkedFrom >= 0) {
        deploy = forkedFrom;
        forkedFrom = -1;
      }
    }

    void nextMigration() {
      migration++;
      transaction++;
    }

    void nextTransaction() {
      transaction++;
    }
  }
}
