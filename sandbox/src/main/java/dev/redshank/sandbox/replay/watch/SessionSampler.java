package dev.redshank.sandbox.replay.watch;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.measure.Monitor;
import dev.redshank.sandbox.replay.actor.Stopwatch;
import dev.redshank.sandbox.replay.result.TimelineEvent;
import dev.redshank.sandbox.replay.result.TimelineEvent.State;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Looks every few milliseconds at who holds which table and who waits for whom, in order to show it;
 * nothing is proved by it. Sessions are known by their {@code application_name}.
 */
public final class SessionSampler implements AutoCloseable {
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(5);

  /** Prepared, as planning them takes many times as long as answering. */
  private static final String WAITS = """
      PREPARE waits AS SELECT DISTINCT w.application_name, b.application_name
      FROM pg_stat_activity w, unnest(pg_blocking_pids(w.pid)) AS blocker, pg_stat_activity b
      WHERE w.datname = current_database() AND w.wait_event_type = 'Lock' AND b.pid = blocker
        AND w.application_name NOT LIKE 'redshank%' AND b.application_name NOT LIKE 'redshank%'
      ORDER BY 1, 2
      """;

  private static final String LOCKS = """
      PREPARE locks AS SELECT a.application_name, c.relname, l.mode
      FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE a.datname = current_database() AND l.granted AND l.locktype = 'relation'
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND a.application_name NOT LIKE 'redshank%' AND c.relkind IN ('r', 'p', 'm')
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      """;

  /** What makes two looks see the same thing. */
  private record Sight(String session, State state, String detail) {}

  private final PostgresServer server;
  private final String database;
  private final Stopwatch watch;
  private final Consumer<List<String>> listener;
  private final Map<Sight, Double> open = new LinkedHashMap<>();
  private final List<TimelineEvent> events = new ArrayList<>();
  private final Thread thread;
  private List<String> lastWaits = List.of();
  private volatile boolean stopped;

  /**
   * Begins at once.
   *
   * @param listener gets who waits for whom whenever that changes
   */
  public SessionSampler(
      PostgresServer server, String database, Stopwatch watch, Consumer<List<String>> listener) {
    this.server = server;
    this.database = database;
    this.watch = watch;
    this.listener = listener;
    this.thread = new Thread(this::run, "redshank-sampler");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try (Connection connection = server.connect(database, "redshank sampler");
        Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '300ms'");
      statement.execute("SET plan_cache_mode = force_generic_plan");
      statement.execute(WAITS);
      statement.execute(LOCKS);
      while (!stopped) {
        look(statement);
        LockSupport.parkNanos(this, INTERVAL);
      }
    } catch (SQLException gone) {
      // The picture ends here; facts are looked at by somebody else.
      stopped = true;
    }
  }

  private void look(Statement statement) throws SQLException {
    double now = watch.millis();
    List<Sight> seen = new ArrayList<>();
    List<String> waits = new ArrayList<>();
    try (ResultSet row = statement.executeQuery("EXECUTE waits")) {
      while (row.next()) {
        seen.add(new Sight(row.getString(1), State.WAITING, row.getString(2)));
        waits.add(row.getString(1) + " waits for " + row.getString(2));
      }
    }
    strongest(statement)
        .forEach((holder, mode) -> seen.add(
            new Sight(holder.session(), State.HOLDING, mode.words() + " on " + holder.detail())));
    note(seen, now);
    if (!waits.equals(lastWaits)) {
      lastWaits = waits;
      listener.accept(waits);
    }
  }

  private static Map<Sight, LockMode> strongest(Statement statement) throws SQLException {
    Map<Sight, LockMode> strongest = new LinkedHashMap<>();
    try (ResultSet row = statement.executeQuery("EXECUTE locks")) {
      while (row.next()) {
        Sight holder = new Sight(row.getString(1), State.HOLDING, row.getString(2));
        strongest.merge(holder, Monitor.mode(row.getString(3)), LockMode::strongest);
      }
    }
    return strongest;
  }

  private synchronized void note(List<Sight> seen, double now) {
    for (Sight sight : List.copyOf(open.keySet())) {
      if (!seen.contains(sight)) {
        end(sight, now);
      }
    }
    seen.forEach(sight -> open.putIfAbsent(sight, now));
  }

  private void end(Sight sight, double now) {
    Double from = open.remove(sight);
    if (from != null) {
      events.add(new TimelineEvent(sight.session(), from, now, sight.state(), sight.detail()));
    }
  }

  /** What was seen, session after session in the order of their names, then of time. */
  public synchronized List<TimelineEvent> events() {
    note(List.of(), watch.millis());
    Map<String, List<TimelineEvent>> bySession = new TreeMap<>();
    events.forEach(event ->
        bySession.computeIfAbsent(event.session(), session -> new ArrayList<>()).add(event));
    return bySession.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
