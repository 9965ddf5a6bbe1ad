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
    return create("template1");
  }

  /** A new database that begins as another one is, in which nobody may be. */
  public Database copy(Database original) throws SQLException {
    return create(original.name());
  }

  private Database create(String template) throws SQLException {
    Database created = named(template);
    giveBack(created);
    return created;
  }

  /** A new, empty database that stays until it is given back. */
  public Database original() throws SQLException {
    return named("template1");
  }

  private Database named(String template) throws SQLException {
    String name = "trial_" + NUMBERS.incrementAndGet();
    return new Database(name, monitor.createDatabase(name, template));
  }

  /** From now on a database may be dropped when it is not among the youngest any more. */
  public void giveBack(Database database) throws SQLException {
    used.addLast(database.name());
    dropUsed(KEPT);
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
