package dev.redshank.sandbox.replay;

import dev.redshank.sandbox.replay.actor.Actor;
import dev.redshank.sandbox.replay.actor.ConnectionPool;
import dev.redshank.sandbox.replay.actor.LoopProbe;
import dev.redshank.sandbox.replay.result.ProbeResult;
import dev.redshank.sandbox.replay.watch.WalWatch;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Who uses the database while the migration runs, and what is expected of them. */
public final class Background {
  private final Scene scene;
  private final Act act;
  private final PostgresServer server;
  private final String database;

  Background(Scene scene, Act act) {
    this.scene = scene;
    this.act = act;
    this.server = scene.theatre().server();
    this.database = scene.database().name();
  }

  /** The act, to go on with. */
  public Act act() {
    return act;
  }

  // Who is there

  /** A session that runs a statement every few milliseconds until the act ends. */
  public Background loop(String name, int everyMillis, String sql) {
    scene.enters(
        name,
        () -> new LoopProbe(server.connect(database, name), name, sql, everyMillis, scene.watch()));
    return this;
  }

  /** The same with a prepared statement, as applications on the JVM run theirs. */
  public Background application(String name, int everyMillis, String sql) {
    scene.enters(
        name,
        () -> new LoopProbe(
            server.connectPreparing(database, name), name, sql, everyMillis, scene.watch()));
    return this;
  }

  /** A web application: requests at a fixed rate, and a bounded pool of connections. */
  public Background pool(String name, int size, ConnectionPool.Limits limits, String sql) {
    List<CompletableFuture<Connection>> connections = Stream.generate(
            () -> Scene.opening(name, () -> server.connect(database, name)))
        .limit(size)
        .toList();
    scene.enters(
        name,
        () -> new ConnectionPool(
            connections.stream().map(Scene::joined).toList(), name, sql, limits, scene.watch()));
    return this;
  }

  /** Draws the write-ahead log and the replicas' lag from now on. */
  public WalWatch wal() {
    return scene.walWatch();
  }

  // What they see

  /** What one of them saw so far. */
  public ProbeResult of(String name) {
    return scene.actor(name).result();
  }

  /** Goes on when somebody in the background waits for a session. */
  public Background waitsFor(String name, String other) {
    String fact = name + " waits for " + other;
    scene.await(fact, () -> scene.observer().waiting(name, other) > 0);
    return check(fact, true, "pg_blocking_pids names " + other);
  }

  /** Goes on when a request that was due after now is answered well. */
  public Background isAnswered(String name) {
    Actor actor = scene.actor(name);
    double now = scene.watch().millis();
    String fact = name + " is answered";
    scene.await(
        fact,
        () -> actor.result().samples().stream()
            .anyMatch(sample -> sample.atMillis() >= now && sample.failure().isEmpty()));
    return check(fact, true, "a request of after " + Math.round(now) + " ms was answered");
  }

  /** Goes on when a request failed so: a SQLSTATE, or 503 of a pool. */
  public Background failsWith(String name, String failure) {
    Actor actor = scene.actor(name);
    String fact = name + " fails with " + failure;
    scene.await(fact, () -> actor.result().failures(failure) > 0);
    return check(fact, true, actor.result().failures(failure) + " requests failed so");
  }

  /** Nobody's request failed so far. */
  public Background neverFails(String name) {
    ProbeResult result = of(name);
    return check(name + " never fails", result.failures() == 0, result.failures() + " failures");
  }

  private Background check(String expectation, boolean held, String seen) {
    act.check(expectation, held, seen);
    return this;
  }

  /** Notes for the reports how long somebody waited at worst, and how often he failed. */
  public Background figures(String name) {
    ProbeResult result = of(name);
    act.figure(name + ", longest wait", result.worstMillis(), "ms");
    act.figure(name + ", requests", result.samples().size(), "");
    act.figure(name + ", failed", result.failures(), "");
    return this;
  }
}
