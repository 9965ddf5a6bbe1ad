package dev.redshank.sandbox.drill;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.measure.Monitor;
import dev.redshank.sandbox.replay.result.TimelineEvent;
import dev.redshank.sandbox.replay.result.TimelineEvent.State;
import dev.redshank.sandbox.replay.result.WalSample;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks a few times a second at who holds which table and who waits for whom, in order to show it; no
 * score rests on it. When its session is ended, it opens another one.
 */
final class Lookout implements AutoCloseable {
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(200);
  private static final int MOST = 20_000;

  private static final String WAITS = """
      SELECT DISTINCT w.application_name, b.application_name
      FROM pg_stat_activity w, unnest(pg_blocking_pids(w.pid)) AS blocker, pg_stat_activity b
      WHERE w.wait_event_type = 'Lock' AND b.pid = blocker
        AND w.application_name NOT LIKE 'redshank%' AND b.application_name NOT LIKE 'redshank%'
      ORDER BY 1, 2
      """;

  private static final String LOCKS = """
      SELECT a.application_name, l.database || '.' || l.relation, l.mode
      FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE l.granted AND l.locktype = 'relation' AND a.application_name NOT LIKE 'redshank%'
      """;

  private static final String LAG = """
      SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint,
        coalesce(max(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)), 0)::bigint
      FROM pg_stat_replication
      """;

  /** What makes two looks see the same thing. */
  private record Sight(String session, State state, String detail) {}

  private final World world;
  private final Map<String, String> tables;
  private final Map<Sight, Double> open = new LinkedHashMap<>();
  private final List<TimelineEvent> events = new ArrayList<>();
  private final List<WalSample> wal = new ArrayList<>();
  private final Thread thread;
  private List<String> waits = List.of();
  private long firstWal = -1;
  private volatile boolean stopped;

  /**
   * Begins at once.
   *
   * @param tables their names by database and table as object ids, {@code 16384.16390}
   */
  Lookout(World world, Map<String, String> tables) {
    this.world = world;
    this.tables = Map.copyOf(tables);
    this.thread = new Thread(this::run, "redshank-lookout");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    while (!stopped) {
      try (Connection connection = world.observe("postgres");
          Statement statement = connection.createStatement()) {
        while (!stopped) {
          look(statement);
          LockSupport.parkNanos(this, INTERVAL);
        }
      } catch (SQLException ended) {
        // Somebody ended the session, or the server starts again: look again a little later.
        LockSupport.parkNanos(this, INTERVAL);
      }
    }
  }

  private void look(Statement statement) throws SQLException {
    double now = world.watch().millis();
    Set<Sight> seen = new LinkedHashSet<>();
    List<String> waiting = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(WAITS)) {
      while (row.next()) {
        seen.add(new Sight(row.getString(1), State.WAITING, row.getString(2)));
        waiting.add(row.getString(1) + " waits for " + row.getString(2));
      }
    }
    strongest(statement)
        .forEach((holder, mode) -> seen.add(
            new Sight(holder.session(), State.HOLDING, mode.words() + " on " + holder.detail())));
    try (ResultSet row = statement.executeQuery(LAG)) {
      row.next();
      note(new WalSample(now, row.getLong(1), row.getLong(2)));
    }
    note(seen, waiting, now);
  }

  private Map<Sight, LockMode> strongest(Statement statement) throws SQLException {
    Map<Sight, LockMode> strongest = new LinkedHashMap<>();
    try (ResultSet row = statement.executeQuery(LOCKS)) {
      while (row.next()) {
        String table = tables.get(row.getString(2));
        if (table != null) {
          Sight holder = new Sight(row.getString(1), State.HOLDING, table);
          strongest.merge(holder, Monitor.mode(row.getString(3)), LockMode::strongest);
        }
      }
    }
    return strongest;
  }

  private synchronized void note(WalSample sample) {
    if (firstWal < 0) {
      firstWal = sample.walBytes();
    }
    if (wal.size() < MOST) {
      wal.add(new WalSample(sample.atMillis(), sample.walBytes() - firstWal, sample.lagBytes()));
    }
  }

  private synchronized void note(Set<Sight> seen, List<String> waiting, double now) {
    waits = List.copyOf(waiting);
    for (Sight sight : List.copyOf(open.keySet())) {
      if (!seen.contains(sight)) {
        Double from = open.remove(sight);
        if (from != null && events.size() < MOST) {
          events.add(event(sight, from, now));
        }
      }
    }
    seen.forEach(sight -> open.putIfAbsent(sight, now));
  }

  private static TimelineEvent event(Sight sight, double from, double to) {
    return new TimelineEvent(sight.session(), from, to, sight.state(), sight.detail());
  }

  /** Who waits for whom right now. */
  synchronized List<String> waits() {
    return waits;
  }

  /** What was seen so far. */
  synchronized List<TimelineEvent> events() {
    List<TimelineEvent> all = new ArrayList<>(events);
    double now = world.watch().millis();
    open.forEach((sight, from) -> all.add(event(sight, from, now)));
    return all;
  }

  /** The write-ahead log and the replica's lag so far. */
  synchronized List<WalSample> wal() {
    return List.copyOf(wal);
  }

  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(thread);
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
