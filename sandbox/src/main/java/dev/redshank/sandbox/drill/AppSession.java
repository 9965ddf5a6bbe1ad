package dev.redshank.sandbox.drill;

import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.replay.actor.Stopwatch;
import dev.redshank.sandbox.replay.result.ProbeResult;
import dev.redshank.sandbox.replay.result.ProbeSample;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A session of the application, which runs one statement again and again with a pause in between. It
 * knows its own fate: an application whose session is ended does not come back.
 */
final class AppSession implements AutoCloseable {
  private static final Executor SAME_THREAD = Runnable::run;
  private static final int MOST_SAMPLES = 4_000;

  private final String name;
  private final String sql;
  private final long pause;
  private final long pid;
  private final Connection connection;
  private final Stopwatch watch;
  private final List<ProbeSample> samples = new ArrayList<>();
  private final Thread thread;
  private Optional<Double> waitingSince = Optional.empty();
  private Optional<String> lastFailure = Optional.empty();
  private long answered;
  private int merged = 1;
  private int sinceSample;
  private volatile boolean ended;
  private volatile boolean stopped;

  /**
   * Begins at once.
   *
   * @param opened its connection and how it is called
   * @param millis from an answer to the next request
   */
  AppSession(World.Opened opened, String sql, int millis, Stopwatch watch) {
    this.name = opened.name();
    this.pid = opened.pid();
    this.connection = opened.connection();
    this.sql = sql;
    this.pause = TimeUnit.MILLISECONDS.toNanos(millis);
    this.watch = watch;
    this.thread = new Thread(this::run, "redshank-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try (Statement statement = connection.createStatement()) {
      while (!stopped && !ended) {
        ask(statement);
        LockSupport.parkNanos(this, pause);
      }
    } catch (SQLException gone) {
      ended = true;
    }
  }

  private void ask(Statement statement) throws SQLException {
    double from = begin();
    Optional<String> failure = Optional.empty();
    try {
      statement.execute(sql);
    } catch (SQLException refused) {
      failure = Optional.of(String.valueOf(refused.getSQLState()));
    }
    if (!stopped) {
      note(from, failure);
      ended = failure.filter(AppSession::isEnd).isPresent() || connection.isClosed();
    }
  }

  /** Class 08 is a lost connection, 57P… an administrator's command or a shutdown. */
  private static boolean isEnd(String sqlState) {
    return sqlState.startsWith("08") || sqlState.startsWith("57P");
  }

  private synchronized double begin() {
    double now = watch.millis();
    waitingSince = Optional.of(now);
    return now;
  }

  private synchronized void note(double from, Optional<String> failure) {
    waitingSince = Optional.empty();
    lastFailure = failure;
    if (failure.isEmpty()) {
      answered++;
    }
    ProbeSample sample = new ProbeSample(from, watch.millis() - from, failure);
    if (sinceSample++ % merged == 0 || samples.isEmpty()) {
      samples.add(sample);
    } else {
      samples.set(samples.size() - 1, worse(samples.get(samples.size() - 1), sample));
    }
    if (samples.size() > MOST_SAMPLES) {
      halve();
    }
  }

  /** Of two neighbours the worse one stays: a drill may last an hour, a plot has so many points. */
  private void halve() {
    List<ProbeSample> half = new ArrayList<>();
    for (int i = 0; i + 1 < samples.size(); i += 2) {
      half.add(worse(samples.get(i), samples.get(i + 1)));
    }
    samples.clear();
    samples.addAll(half);
    merged *= 2;
    sinceSample = 0;
  }

  private static ProbeSample worse(ProbeSample one, ProbeSample other) {
    if (one.failure().isPresent() != other.failure().isPresent()) {
      return one.failure().isPresent() ? one : other;
    }
    return one.latencyMillis() >= other.latencyMillis() ? one : other;
  }

  String name() {
    return name;
  }

  long pid() {
    return pid;
  }

  /** Whether its session is gone; nobody but somebody else can have ended it. */
  boolean isEnded() {
    return ended;
  }

  /** How many of its requests were answered well so far. */
  synchronized long answered() {
    return answered;
  }

  /** How its last request failed. */
  synchronized Optional<String> lastFailure() {
    return lastFailure;
  }

  /** Its requests for a report, the one that is on its way included. */
  synchronized ProbeResult result() {
    List<ProbeSample> all = new ArrayList<>(samples);
    waitingSince.ifPresent(
        since -> all.add(new ProbeSample(since, watch.millis() - since, Optional.empty())));
    return new ProbeResult(name, sql, all);
  }

  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(thread);
    try {
      connection.abort(SAME_THREAD);
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (SQLException failure) {
      throw new SandboxException("Cannot send " + name + " away", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
