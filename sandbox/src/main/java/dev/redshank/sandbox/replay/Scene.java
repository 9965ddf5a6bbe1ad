package dev.redshank.sandbox.replay;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.measure.Databases.Database;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.measure.MeasuredSession;
import dev.redshank.sandbox.replay.actor.Actor;
import dev.redshank.sandbox.replay.actor.Stopwatch;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.Check;
import dev.redshank.sandbox.replay.result.Figure;
import dev.redshank.sandbox.replay.result.StatementResult;
import dev.redshank.sandbox.replay.result.TimelineEvent;
import dev.redshank.sandbox.replay.watch.Observer;
import dev.redshank.sandbox.replay.watch.SessionSampler;
import dev.redshank.sandbox.replay.watch.WalWatch;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An act while it is played: its database, who is in it, and what was seen so far. */
final class Scene {
  /** The name of the session whose statements are measured. */
  static final String MIGRATION = "migration";

  private static final long LIMIT = TimeUnit.SECONDS.toNanos(30);
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(2);

  private final Theatre theatre;
  private final String title;
  private final List<String> given;
  private final Database database;
  private final MeasuredSession migration;
  private final Observer observer;
  private final Stopwatch watch;
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final List<CompletableFuture<Actor>> actors = new CopyOnWriteArrayList<>();
  private final List<StatementResult> statements = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private Optional<SessionSampler> sampler = Optional.empty();
  private Optional<WalWatch> walWatch = Optional.empty();
  private Optional<Replica> replica = Optional.empty();
  private Optional<ActResult> result = Optional.empty();

  private Scene(
      Theatre theatre,
      String title,
      List<String> given,
      Database database,
      MeasuredSession migration,
      Observer observer) {
    this.theatre = theatre;
    this.title = title;
    this.given = List.copyOf(given);
    this.database = database;
    this.migration = migration;
    this.observer = observer;
    this.watch = Stopwatch.started();
  }

  /** Opens a scene in an empty database, and sets that up. */
  static Scene open(Theatre theatre, String title, List<String> given) {
    return sure("set-up", () -> {
      given.forEach(theatre::setsUp);
      Database database = theatre.databases().create();
      // To open a session takes as long as a set-up: the others come in meanwhile.
      Entering entering = new Entering(theatre, database);
      MeasuredSession.setUp(theatre.server(), database, given);
      return entering.scene(title, given);
    });
  }

  /** Opens a scene in a copy of a database that is set up. */
  static Scene open(Theatre theatre, String title, List<String> given, Database original) {
    return sure(
        "set-up",
        () -> new Entering(theatre, theatre.databases().copy(original)).scene(title, given));
  }

  /** Those who watch and the migration come in, both at once. */
  private static final class Entering {
    private final Theatre theatre;
    private final Database database;
    private final CompletableFuture<MeasuredSession> migration;
    private final CompletableFuture<Observer> observer;

    Entering(Theatre theatre, Database database) {
      this.theatre = theatre;
      this.database = database;
      this.migration = opening(
          MIGRATION,
          () -> MeasuredSession.open(theatre.server(), theatre.monitor(), database, MIGRATION));
      this.observer = opening("observer", () -> new Observer(theatre.server(), database.name()));
    }

    Scene scene(String title, List<String> given) {
      return new Scene(theatre, title, given, database, joined(migration), joined(observer));
    }
  }

  /** Opens a session, which takes as long as many a statement, while others are opened. */
  static <T> CompletableFuture<T> opening(String name, Question<T> session) {
    return CompletableFuture.supplyAsync(() -> sure("session " + name, session));
  }

  static <T> T joined(CompletableFuture<T> session) {
    try {
      return session.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof Inconclusive cause ? cause : failure;
    }
  }

  /** Something that asks the server. */
  interface Question<T> {
    T ask() throws SQLException;
  }

  /** Asks what must be answered; otherwise nothing can be said. */
  static <T> T sure(String what, Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException failure) {
      throw new Inconclusive(what + ": " + failure.getMessage(), failure);
    }
  }

  Theatre theatre() {
    return theatre;
  }

  Database database() {
    return database;
  }

  Observer observer() {
    return observer;
  }

  MeasuredSession migration() {
    return migration;
  }

  Stopwatch watch() {
    return watch;
  }

  /** Runs and measures a statement of the migration in the thread that calls. */
  StatementResult measure(String sql) {
    actors.forEach(Scene::joined);
    theatre.runs(MIGRATION, sql);
    double from = watch.millis();
    return sure(sql, () -> {
      Measured measured = migration.measure(sql);
      double to = watch.millis();
      SortedMap<RelationName, LockMode> held = migration.held();
      return note(new StatementResult(
          MIGRATION,
          sql,
          from,
          to,
          measured.sqlState(),
          measured.message(),
          Optional.of(measured),
          held));
    });
  }

  /** A migration runner gives its transaction up when a statement fails. */
  void rollback() {
    sure("ROLLBACK", () -> {
      migration.rollback();
      return true;
    });
  }

  synchronized StatementResult note(StatementResult statement) {
    statements.add(statement);
    return statement;
  }

  /** Notes an expectation and whether it held. */
  void check(String expectation, boolean held, String seen) {
    if (result.isPresent()) {
      throw new IllegalStateException("The act is over; expect this before the next act begins");
    }
    checks.add(new Check(expectation, held, seen));
  }

  void figure(String name, double value, String unit) {
    figures.add(new Figure(name, value, unit));
  }

  /** Waits until a fact is so; if it does not come about, nothing can be said. */
  void await(String fact, Question<Boolean> question) {
    long end = System.nanoTime() + LIMIT;
    while (!sure(fact, question)) {
      if (System.nanoTime() > end) {
        throw new Inconclusive("It did not come about that " + fact);
      }
      pause(POLL);
    }
  }

  static void pause(long nanos) {
    LockSupport.parkNanos(nanos);
    if (Thread.currentThread().isInterrupted()) {
      throw new Inconclusive("Interrupted");
    }
  }

  /** Waits until what the migration does now was looked at from beginning to end. */
  void letMeasure() {
    int before = migration.looks();
    await(
        "the migration is looked at",
        () -> !migration.isWatched() || migration.looks() >= before + 2);
  }

  /** From now on others are in the database, and are watched. */
  void besideOthers() {
    migration.besideOthers();
    if (sampler.isEmpty()) {
      sampler =
          Optional.of(new SessionSampler(theatre.server(), database.name(), watch, theatre::waits));
    }
  }

  Session session(String name, PostgresServer server) {
    return session(name, database -> server.connect(database, name));
  }

  Session session(String name, Session.Opening opening) {
    besideOthers();
    return sessions.computeIfAbsent(name, absent -> Session.open(this, name, opening));
  }

  Replica replica(Act act) {
    Replica open = replica.orElseGet(() -> Replica.of(this, act));
    replica = Optional.of(open);
    return open;
  }

  /** Somebody comes in, who is there when the migration goes on. */
  void enters(String name, Question<Actor> actor) {
    besideOthers();
    actors.add(opening(name, actor));
  }

  Actor actor(String name) {
    return actors.stream()
        .map(Scene::joined)
        .filter(actor -> actor.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Nobody is called " + name));
  }

  WalWatch walWatch() {
    WalWatch open =
        walWatch.orElseGet(() -> sure("watching WAL", () -> new WalWatch(theatre.server(), watch)));
    walWatch = Optional.of(open);
    return open;
  }

  /** Ends the act: everybody leaves. */
  ActResult close() {
    if (result.isEmpty()) {
      double millis = watch.millis();
      result = Optional.of(sure("the end of the act", () -> leave(millis)));
    }
    return result.get();
  }

  private ActResult leave(double millis) throws SQLException {
    List<TimelineEvent> timeline = new ArrayList<>();
    sampler.ifPresent(watching -> {
      watching.close();
      timeline.addAll(watching.events());
    });
    walWatch.ifPresent(WalWatch::close);
    List<Actor> present = present();
    present.forEach(Actor::close);
    for (Session session : sessions.values()) {
      session.close();
    }
    migration.abort();
    if (replica.isPresent()) {
      replica.get().close();
    }
    observer.close();
    List<StatementResult> ended = ended();
    ended.forEach(each -> timeline.add(new TimelineEvent(
        each.session(),
        each.fromMillis(),
        each.toMillis(),
        TimelineEvent.State.RUNNING,
        each.sql())));
    timeline.sort(Comparator.comparing(TimelineEvent::session)
        .thenComparingDouble(TimelineEvent::fromMillis));
    return new ActResult(
        title,
        given,
        ended,
        checks,
        timeline,
        present.stream().map(Actor::result).toList(),
        walWatch.map(WalWatch::samples).orElse(List.of()),
        figures,
        millis);
  }

  /** Those who came in; whoever did not has been complained about already, or nobody asked for him. */
  private List<Actor> present() {
    List<Actor> present = new ArrayList<>();
    for (CompletableFuture<Actor> actor : actors) {
      actor.handle((came, failure) -> failure == null && present.add(came)).join();
    }
    return present;
  }

  private synchronized List<StatementResult> ended() {
    return List.copyOf(statements);
  }
}
