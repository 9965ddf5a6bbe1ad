package dev.redshank.sandbox.replay.watch;

import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.replay.actor.Stopwatch;
import dev.redshank.sandbox.replay.result.WalSample;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Looks at how the write-ahead log grows, and at how far replicas are behind it. */
public final class WalWatch implements AutoCloseable {
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(10);

  /**
   * Against the primary's own position: what a slow link has not even taken yet is lag too, and what
   * waits to be flushed because nobody waits for it.
   */
  private static final String LOOK = """
      SELECT pg_current_wal_insert_lsn() - '0/0',
        coalesce((SELECT max(pg_current_wal_insert_lsn() - replay_lsn) FROM pg_stat_replication), 0)
      """;

  private final Connection connection;
  private final Stopwatch watch;
  private final List<WalSample> samples = new ArrayList<>();
  private final Thread thread;
  private long start = -1;
  private volatile boolean stopped;

  /** Begins at once. */
  public WalWatch(PostgresServer server, Stopwatch watch) throws SQLException {
    this.connection = server.connect("postgres", "redshank wal watch");
    this.watch = watch;
    look();
    this.thread = new Thread(this::run, "redshank-wal-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    while (!stopped) {
      look();
      LockSupport.parkNanos(this, INTERVAL);
    }
  }

  /** Looks now and says what it saw. */
  public synchronized WalSample look() {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LOOK)) {
      row.next();
      long position = row.getLong(1);
      start = start < 0 ? position : start;
      WalSample sample = new WalSample(watch.millis(), position - start, row.getLong(2));
      samples.add(sample);
      return sample;
    } catch (SQLException failure) {
      stopped = true;
      throw new SandboxException("Cannot look at the write-ahead log", failure);
    }
  }

  public synchronized List<WalSample> samples() {
    return List.copyOf(samples);
  }

  /** The furthest that a replica was seen behind. */
  public synchronized long worstLagBytes() {
    return samples.stream().mapToLong(WalSample::lagBytes).max().orElse(0);
  }

  /** What was written until the last look. */
  public synchronized long walBytes() {
    return samples.get(samples.size() - 1).walBytes();
  }

  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
      connection.close();
    } catch (SQLException failure) {
      throw new SandboxException("Cannot end watching", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
