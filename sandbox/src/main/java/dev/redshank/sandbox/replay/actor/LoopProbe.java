package dev.redshank.sandbox.replay.actor;

import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.replay.result.ProbeResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A session that runs one statement on a fixed schedule. What could not be sent in time because the
 * one before was still waiting is sent afterwards and counts from when it was due: otherwise a
 * frozen table would be one slow request instead of all those that its users would have sent.
 */
public final class LoopProbe implements Actor {
  private static final Executor SAME_THREAD = Runnable::run;

  private final String name;
  private final String sql;
  private final long interval;
  private final Connection connection;
  private final Samples samples;
  private final Thread thread;
  private volatile boolean stopped;

  /**
   * Begins at once.
   *
   * @param connection of its own, closed with it
   * @param millis from one request to the next
   */
  public LoopProbe(Connection connection, String name, String sql, int millis, Stopwatch watch) {
    this.name = name;
    this.sql = sql;
    this.interval = TimeUnit.MILLISECONDS.toNanos(millis);
    this.connection = connection;
    this.samples = new Samples(watch);
    this.thread = new Thread(this::run, "redshank-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      long due = System.nanoTime();
      while (!stopped && !connection.isClosed()) {
        Optional<String> failure = ask(statement);
        if (!stopped) {
          samples.add(due, failure);
        }
        due += interval;
        while (!stopped && System.nanoTime() < due) {
          LockSupport.parkNanos(this, due - System.nanoTime());
        }
      }
    } catch (SQLException failure) {
      if (!stopped) {
        samples.add(System.nanoTime(), state(failure));
      }
    }
  }

  private static Optional<String> ask(PreparedStatement statement) {
    try {
      statement.execute();
      return Optional.empty();
    } catch (SQLException failure) {
      return state(failure);
    }
  }

  private static Optional<String> state(SQLException failure) {
    return Optional.of(String.valueOf(failure.getSQLState()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ProbeResult result() {
    return new ProbeResult(name, sql, samples.inOrder());
  }

  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(thread);
    try {
      thread.join(200);
      connection.abort(SAME_THREAD);
      thread.join();
    } catch (SQLException failure) {
      throw new SandboxException("Cannot send " + name + " away", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
