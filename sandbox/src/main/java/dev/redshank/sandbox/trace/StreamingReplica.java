package dev.redshank.sandbox.trace;

import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.server.PostgresServer;
import dev.redshank.sandbox.server.ThrottledLink;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A standby that streams from the server under test. Over a narrow link it is as late as one that is far away. */
public final class StreamingReplica implements ReplicaLag, AutoCloseable {
  /** What a server needs that a replica is to follow. */
  public static final List<String> SETTINGS =
      List.of("wal_keep_size=2GB", "wal_retrieve_retry_interval=100ms");

  /** Who is later than that is late enough to be told so. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

  /** A transaction that writes something is flushed with all before it, so that it is sent. */
  private static final String FLUSH = "SELECT pg_logical_emit_message(true, 'redshank', '')";

  private final PostgresServer primary;
  private final PostgresServer standby;
  private final ThrottledLink link;
  private final OptionalLong bytesPerSecond;

  private StreamingReplica(
      PostgresServer primary,
      PostgresServer standby,
      ThrottledLink link,
      OptionalLong bytesPerSecond) {
    this.primary = primary;
    this.standby = standby;
    this.link = link;
    this.bytesPerSecond = bytesPerSecond;
  }

  /**
   * A replica of a server that was started with {@link #SETTINGS}.
   *
   * @param bytesPerSecond what the link between them lets through; empty for all
   */
  public static StreamingReplica of(PostgresServer primary, OptionalLong bytesPerSecond) {
    ThrottledLink link = ThrottledLink.to(primary);
    try {
      return new StreamingReplica(primary, primary.standby(link), link, bytesPerSecond);
    } catch (RuntimeException failure) {
      link.close();
      throw failure;
    }
  }

  @Override
  public void settle() {
    link.unlimited();
    behind();
    bytesPerSecond.ifPresent(link::limit);
  }

  @Override
  public Optional<Lag> behind() {
    long start = System.nanoTime();
    // The server's observers may have been ended by SQL under test, so each look has a session of
    // its own.
    try (Connection here = primary.connect();
        Statement writer = here.createStatement();
        Connection there = standby.connect();
        Statement reader = there.createStatement()) {
      String position = text(writer, "SELECT pg_current_wal_insert_lsn()");
      String sql = "SELECT pg_wal_lsn_diff('" + position + "', pg_last_wal_replay_lsn())::bigint";
      long bytes = Math.max(0, number(reader, sql));
      writer.execute("SET synchronous_commit = on");
      writer.execute(FLUSH);
      while (number(reader, sql) > 0 && System.nanoTime() - start < LONGEST.toNanos()) {
        LockSupport.parkNanos(PAUSE);
      }
      return Optional.of(new Lag(bytes, Duration.ofNanos(System.nanoTime() - start)));
    } catch (SQLException failure) {
      throw new SandboxException(
          "The replica does not answer: " + failure.getMessage() + ". Trace without --replica.",
          failure);
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    return Long.parseLong(text(statement, sql));
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() {
    standby.close();
    link.close();
  }
}
