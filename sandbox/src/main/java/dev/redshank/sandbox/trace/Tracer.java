package dev.redshank.sandbox.trace;

import dev.redshank.core.lint.Rehearsal;
import dev.redshank.core.lint.RehearsedMigration;
import dev.redshank.core.lint.RehearsedStatement;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.text.SourceText;
import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.measure.Bystander;
import dev.redshank.sandbox.measure.Options;
import dev.redshank.sandbox.measure.SessionProbe;
import dev.redshank.sandbox.measure.SessionProbe.Ending;
import dev.redshank.sandbox.measure.Watch;
import dev.redshank.sandbox.rows.Filled;
import dev.redshank.sandbox.rows.Filler;
import dev.redshank.sandbox.server.Progress;
import dev.redshank.sandbox.server.ThrowawayServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs migrations on a throw-away server as their tool would, and records what each statement of
 * those under review did. History is set-up; then come rows, then the deploy.
 *
 * <p>Where every migration is its own deploy, the rows of the tables that a migration touches are brought to their number before it, so
 * that each table is filled about once however many migrations there are.
 */
public final class Tracer {
  private final ThrowawayServer server;
  private final TraceOptions options;
  private final ReplicaLag lag;
  private final Progress progress;

  private final List<TracedMigration> migrations = new ArrayList<>();
  private final List<Filled> filled = new ArrayList<>();
  private final Alarms alarms = new Alarms();
  private Optional<TraceFailure> historyFailure = Optional.empty();
  private int databases;
  private int deploys;
  private Duration clock = Duration.ZERO;

  public Tracer(ThrowawayServer server, TraceOptions options, ReplicaLag lag, Progress progress) {
    this.server = server;
    this.options = options;
    this.lag = lag;
    this.progress = progress;
  }

  /**
   * Runs everything up to the first migration that fails.
   *
   * @throws SandboxException when the server does not answer any more, or the user's own rows fail
   */
  public Trace trace(Rehearsal rehearsal) {
    List<RehearsedMigration> all = rehearsal.migrations();
    int next = 0;
    try (Watch watch = Watch.over(server)) {
      String database = "";
      boolean goesOn = true;
      while (next < all.size() && goesOn) {
        if (next == 0 || all.get(next).beginsHistory()) {
          endDeploy(watch, database);
          database = newDatabase();
        }
        goesOn = one(all, next++, watch, database);
      }
      endDeploy(watch, database);
      String version = version(watch, database);
      List<String> notRun = all.subList(next, all.size()).stream()
          .filter(RehearsedMigration::underReview)
          .map(migration -> migration.file().path())
          .toList();
      return new Trace(
          server.version(),
          version,
          options,
          filled,
          migrations,
          historyFailure,
          notRun,
          alarms.all());
    }
  }

  private String newDatabase() {
    databases++;
    if (databases > 1 && !server.observersApart()) {
      throw new SandboxException(
          "The paths hold migrations of several databases, and --url names one. Trace one folder.");
    }
    try {
      return server.emptyDatabase("redshank_trace_" + databases);
    } catch (SQLException failure) {
      throw new SandboxException("Cannot make a database: " + failure.getMessage(), failure);
    }
  }

  private void endDeploy(Watch watch, String database) {
    if (alarms.hasSuspects()) {
      try (SessionProbe session = SessionProbe.open(watch, database)) {
        alarms.deployEnded(session.leftovers().invalidIndexes());
      }
    }
  }

  private String version(Watch watch, String database) {
    if (database.isEmpty()) {
      return server.version().toString();
    }
    try (SessionProbe session = SessionProbe.open(watch, database)) {
      return session.setting("server_version").split(" ", 2)[0];
    }
  }

  private boolean one(List<RehearsedMigration> all, int index, Watch watch, String database) {
    RehearsedMigration migration = all.get(index);
    if (!migration.underReview()) {
      historyFailure = history(migration, watch, database);
      return historyFailure.isEmpty();
    }
    boolean first = index == 0 || !all.get(index - 1).underReview() || migration.beginsHistory();
    if (first || !options.oneDeploy()) {
      endDeploy(watch, database);
      deploys++;
      clock = Duration.ZERO;
      int end = options.oneDeploy() ? endOfDeploy(all, index) : index + 1;
      prepare(all.subList(index, end), all.subList(index, all.size()), watch, database);
    }
    progress.say("tracing " + migration.file().path());
    TracedMigration traced = traced(migration, watch, database);
    migrations.add(traced);
    alarms.about(traced);
    return traced.failure().isEmpty();
  }

  private static int endOfDeploy(List<RehearsedMigration> all, int start) {
    int end = start + 1;
    while (end < all.size() && !all.get(end).beginsHistory()) {
      end++;
    }
    return end;
  }

  /**
   * History went well once, so what PostgreSQL refuses inside a transaction was run without one: Flyway does that
   * for scripts of both kinds where it is told to ({@code mixed}).
   */
  private Optional<TraceFailure> history(
      RehearsedMigration migration, Watch watch, String database) {
    Optional<TraceFailure> failure = runHistory(migration, watch, database);
    boolean refused = failure.filter(each -> each.sqlState().equals("25001")).isPresent();
    return refused && migration.transactions() != TransactionMode.AUTOCOMMIT
        ? runHistory(migration.in(TransactionMode.AUTOCOMMIT), watch, database)
        : failure;
  }

  private Optional<TraceFailure> runHistory(
      RehearsedMigration migration, Watch watch, String database) {
    try (SessionProbe session = open(watch, database)) {
      return new MigrationRun(migration, session, MigrationRun.unobserved(migration, session))
          .run();
    }
  }

  private SessionProbe open(Watch watch, String database) {
    SessionProbe session = SessionProbe.open(watch, database);
    session.limit(options.timeLimit());
    // With an offset of zero some rewrites are spared that production, elsewhere, would see.
    session.run("SET TimeZone = '" + Options.ZONE + "'");
    return session;
  }

  private TracedMigration traced(RehearsedMigration migration, Watch watch, String database) {
    try (SessionProbe session = open(watch, database);
        Bystander bystander = new Bystander(server, database)) {
      lag.settle();
      StatementRecorder recorder = new StatementRecorder(migration, session, bystander, lag, clock);
      MigrationRun run = new MigrationRun(migration, session, recorder);
      Optional<TraceFailure> failure = run.run();
      Duration took = recorder.clock().minus(clock);
      clock = recorder.clock();
      return new TracedMigration(
          migration.file(),
          deploys,
          migration.transactions(),
          recorder.statements(),
          failure,
          run.notRun(),
          took);
    }
  }

  /** Rows before a deploy: the user's own first. */
  private void prepare(
      List<RehearsedMigration> deploy,
      List<RehearsedMigration> later,
      Watch watch,
      String database) {
    if (options.seed().isPresent() && deploys == 1) {
      seed(options.seed().get(), watch, database);
    }
    try (Connection connection = server.connect(database)) {
      Touched touched = Touched.by(deploy, later);
      Filler filler = new Filler(connection, options.rows());
      for (Filled table :
          filler.fill(touched.relations(), touched.expected(), options.oneDeploy())) {
        progress.say(table.toString());
        filled.add(table);
      }
    } catch (SQLException failure) {
      throw new SandboxException("Cannot make rows: " + failure.getMessage(), failure);
    }
  }

  private void seed(TraceOptions.Seed seed, Watch watch, String database) {
    SourceText source = SourceText.of(seed.path(), seed.sql());
    try (SessionProbe session = open(watch, database)) {
      for (SqlStatement statement : SqlScript.read(source).statements()) {
        RehearsedStatement read = Touched.read(statement);
        if (Scripts.reasonToSkip(read.statement()).isPresent()) {
          continue;
        }
        Ending ending = session.run(Scripts.sql(read, source));
        if (ending.failed()) {
          throw new SandboxException("%s:%d: the rows of --seed-sql fail with %s: %s"
              .formatted(
                  seed.path(),
                  source.position(statement.span().start()).line(),
                  ending.sqlState().orElse(""),
                  ending.message()));
        }
      }
    }
  }
}
