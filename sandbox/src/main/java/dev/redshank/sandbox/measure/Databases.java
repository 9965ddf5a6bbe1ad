package dev.redshank.sandbox.measure;

import dev.redshank.sandbox.SandboxException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;

/** Makes databases for one use each, and drops them later. */
public final class Databases implements AutoCloseable {
  private static final AtomicLong NUMBERS = new AtomicLong();

  /** The youngest used databases stay a while: dropping one waits while its session still ends. */
  private static final int KEPT = 3;

  private final Monitor monitor;
  private final Deque<String> used = new ArrayDeque<>();

  public Databases(Monitor monitor) {
    this.monitor = monitor;
  }

  /**
   * A database on the server that the monitor watches.
   *
   * @param oid its number in the catalogs
   */
  public record Database(String name, long oid) {}

  /** A new, empty database. */
  public Database create() throws SQLException {
    String name = "trial_" + NUMBERS.incrementAndGet();
    long oid = monitor.createDatabase(name);
    used.addLast(name);
    dropUsed(KEPT);
    return new Database(name, oid);
  }

  private void dropUsed(int kept) throws SQLException {
    while (used.size() > kept) {
      monitor.dropDatabase(used.removeFirst());
    }
  }

  /** Drops those that are left. */
  @Override
  public void close() {
    try {
      dropUsed(0);
    } catch (SQLException failure) {
      throw new SandboxException("Cannot leave the server", failure);
    }
  }
}
