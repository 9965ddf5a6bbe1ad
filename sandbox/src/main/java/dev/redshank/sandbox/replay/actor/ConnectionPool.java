package dev.redshank.sandbox.replay.actor;

import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.replay.result.ProbeResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A web application with a bounded pool: requests come at a fixed rate, and one that gets no
 * connection in time is answered with 503.
 */
public final class ConnectionPool implements Actor {
  /** What the user of a request without a connection sees. */
  public static final String NO_CONNECTION = "503";

  private static final Executor SAME_THREAD = Runnable::run;

  private final String name;
  private final String sql;
  private final Limits limits;
  private final List<Connection> connections;
  private final BlockingQueue<Connection> free;
  private final Samples samples;
  private final ExecutorService requests = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "redshank-request");
    thread.setDaemon(true);
    return thread;
  });
  private volatile boolean stopped;

  /**
   * How a pool is used.
   *
   * @param waitMillis how long a request waits for a connection
   * @param requestsPerSecond that come in
   */
  public record Limits(int waitMillis, int requestsPerSecond) {}

  /** Begins at once; the connections are closed with it. */
  public ConnectionPool(
      List<Connection> connections, String name, String sql, Limits limits, Stopwatch watch) {
    this.name = name;
    this.sql = sql;
    this.limits = limits;
    this.connections = List.copyOf(connections);
    this.free = new LinkedBlockingQueue<>(connections);
    this.samples = new Samples(watch);
    requests.execute(this::receive);
  }

  private void receive() {
    long interval = TimeUnit.SECONDS.toNanos(1) / limits.requestsPerSecond();
    for (long due = System.nanoTime(); !stopped; due += interval) {
      while (!stopped && System.nanoTime() < due) {
        LockSupport.parkNanos(this, due - System.nanoTime());
      }
      long came = due;
      try {
        requests.execute(() -> serve(came));
      } catch (RejectedExecutionException closing) {
        return;
      }
    }
  }

  private void serve(long came) {
    Optional<String> failure = Optional.of(NO_CONNECTION);
    try {
      Connection connection = free.poll(limits.waitMillis(), TimeUnit.MILLISECONDS);
      if (connection != null) {
        failure = ask(connection);
        free.add(connection);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    if (!stopped) {
      samples.add(came, failure);
    }
  }

  private Optional<String> ask(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return Optional.empty();
    } catch (SQLException refused) {
      return Optional.of(String.valueOf(refused.getSQLState()));
    }
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
    requests.shutdownNow();
    try {
      for (Connection connection : connections) {
        connection.abort(SAME_THREAD);
      }
      if (!requests.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new SandboxException("Requests of " + name + " do not end");
      }
    } catch (SQLException failure) {
      throw new SandboxException("Cannot close the pool", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
