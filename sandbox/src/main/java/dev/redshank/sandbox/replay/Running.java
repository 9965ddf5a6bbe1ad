package dev.redshank.sandbox.replay;

import dev.redshank.sandbox.replay.result.StatementResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A statement that a session has begun and that may have to wait for others. */
public final class Running {
  private static final int LIMIT = 40;

  private final Scene scene;
  private final String session;
  private final String sql;
  private final CompletableFuture<StatementResult> end;

  private Running(Scene scene, String session, String sql, CompletableFuture<StatementResult> end) {
    this.scene = scene;
    this.session = session;
    this.sql = sql;
    this.end = end;
  }

  static Running started(Scene scene, String session, String sql, Supplier<StatementResult> work) {
    return new Running(scene, session, sql, CompletableFuture.supplyAsync(work, task -> {
      Thread thread = new Thread(task, "redshank-" + session);
      thread.setDaemon(true);
      thread.start();
    }));
  }

  /** Goes on when it waits for another session, and expects that it does. */
  public Running waitsFor(String other) {
    AtomicBoolean waited = new AtomicBoolean();
    scene.await(session + " waits for " + other + " with " + sql, () -> {
      boolean done = end.isDone();
      waited.set(scene.observer().waiting(session, other) > 0);
      return waited.get() || done;
    });
    if (session.equals(Scene.MIGRATION)) {
      scene.letMeasure();
    }
    scene.check(
        session + " waits for " + other,
        waited.get(),
        waited.get() ? "pg_blocking_pids names " + other : sql + " did not wait");
    return this;
  }

  /** Waits for its end. */
  public StatementResult ends() {
    try {
      return end.get(LIMIT, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new Inconclusive(sql + " of " + session + " does not end", late);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof Inconclusive inconclusive
          ? inconclusive
          : new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Inconclusive("Interrupted", interrupted);
    }
  }

  /** Waits for its end and expects that it works. */
  public Running succeeds() {
    StatementResult result = ends();
    scene.check(
        session + " succeeds with " + sql, result.sqlState().isEmpty(), Facts.outcome(result));
    return this;
  }

  /** Waits for its end and expects a SQLSTATE, such as {@code 40P01}. */
  public Running failsWith(String sqlState) {
    StatementResult result = ends();
    scene.check(
        session + " fails with " + sqlState + " in " + sql,
        result.sqlState().filter(sqlState::equals).isPresent(),
        Facts.outcome(result));
    return this;
  }
}
