package dev.redshank.sandbox.drill;

import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.replay.actor.Stopwatch;
import dev.redshank.sandbox.server.PostgresServer;
import dev.redshank.sandbox.server.SessionOptions;
import dev.redshank.sandbox.server.ThrottledLink;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/**
 * The production of a drill: databases, the sessions that use them and those that are to blame. Who
 * builds it is {@link #SCORER}; whoever practises comes as {@link #TRAINEE}.
 */
final class World implements AutoCloseable {
  static final String TRAINEE = "incident_responder";
  static final String SCORER = "sandbox_scorer";

  private static final Executor SAME_THREAD = Runnable::run;
  private static final int PATIENCE_SECONDS = 5;

  /**
   * A role's or a database's settings are the trainee's to change, and so is what lies in the schemas:
   * the scorer names every table with its schema, and nobody else's functions and operators are found.
   */
  private static final SessionOptions OBSERVING = new SessionOptions(
      "redshank scorer",
      PATIENCE_SECONDS,
      "-c search_path= -c lock_timeout=300ms -c statement_timeout=4s"
          + " -c default_transaction_read_only=off");

  private static final SessionOptions OBSERVING_AS =
      new SessionOptions("redshank scorer", PATIENCE_SECONDS, "-c search_path=public");
  private static final long SYMPTOM = TimeUnit.SECONDS.toNanos(20);
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(3);

  private static final String ROLES = """
      CREATE ROLE sandbox_scorer LOGIN SUPERUSER;
      CREATE ROLE incident_responder LOGIN SUPERUSER;
      CREATE ROLE app_user LOGIN;
      CREATE ROLE app_writer LOGIN;
      CREATE ROLE old_app LOGIN;
      CREATE ROLE new_app LOGIN;
      CREATE ROLE migration_runner LOGIN;
      CREATE ROLE analytics_etl LOGIN
      """;

  private final PostgresServer server;
  private final Audit audit;
  private final Stopwatch watch = Stopwatch.started();
  private final Map<String, AppSession> apps = new LinkedHashMap<>();
  private final Map<String, Opened> holders = new LinkedHashMap<>();
  private final List<String> databases = new ArrayList<>();
  private final List<Runnable> leaving = new ArrayList<>();

  /** A session of the drill's own. */
  record Opened(String name, Connection connection, long pid, boolean blamed) {}

  private World(PostgresServer server, Audit audit) {
    this.server = server;
    this.audit = audit;
  }

  /** An empty production: roles, and what watches over each database that is made. */
  static World on(PostgresServer server, Audit audit) throws SQLException {
    World world = new World(server, audit);
    try (Connection first = server.connect("postgres", "redshank set-up")) {
      audit.excuse(first.unwrap(PGConnection.class).getBackendPID());
      run(first, ROLES);
    }
    world.run("template1", Guard.SQL.toArray(String[]::new));
    world.run("postgres", Guard.SQL.toArray(String[]::new));
    return world;
  }

  PostgresServer server() {
    return server;
  }

  Audit audit() {
    return audit;
  }

  Stopwatch watch() {
    return watch;
  }

  /** The databases that the incident is about, in the order in which they were made. */
  List<String> databases() {
    return List.copyOf(databases);
  }

  // What there is

  void database(String name, String... sql) throws SQLException {
    run("postgres", "CREATE DATABASE " + name);
    databases.add(name);
    run(name, sql);
  }

  /** A database that begins as another one is. */
  void copy(String name, String template) throws SQLException {
    run("postgres", "CREATE DATABASE " + name + " TEMPLATE " + template);
    databases.add(name);
  }

  void run(String database, String... sql) throws SQLException {
    try (Connection connection = open(SCORER, database, called("redshank set-up"))) {
      for (String each : sql) {
        run(connection, each);
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  // Who is there

  /** A session that is to blame: it runs statements in a transaction and then does nothing. */
  void blames(String name, String user, String database, String... sql) throws SQLException {
    idles(name, user, database, true, sql);
  }

  /** A session that does nothing wrong, idle in its transaction. */
  void idles(String name, String user, String database, String... sql) throws SQLException {
    idles(name, user, database, false, sql);
  }

  private void idles(String name, String user, String database, boolean blamed, String... sql)
      throws SQLException {
    Connection connection = open(user, database, called(name));
    holders.put(name, new Opened(name, connection, pid(connection), blamed));
    run(connection, "BEGIN");
    for (String each : sql) {
      run(connection, each);
    }
  }

  /** A session of the application that runs a statement every few milliseconds. */
  void repeats(String name, String user, String database, int millis, String sql)
      throws SQLException {
    Connection connection = open(user, database, called(name));
    Opened opened = new Opened(name, connection, pid(connection), false);
    apps.put(name, new AppSession(opened, sql, millis, watch));
  }

  /** A streaming replica behind a link that lets so many bytes a second through. */
  PostgresServer replica(long bytesPerSecond) {
    ThrottledLink link = ThrottledLink.to(server);
    leaving.add(link::close);
    PostgresServer standby = server.standby(link);
    leaving.add(0, standby::close);
    link.limit(bytesPerSecond);
    return standby;
  }

  AppSession app(String name) {
    return Optional.ofNullable(apps.get(name))
        .orElseThrow(() -> new IllegalArgumentException("Nobody is called " + name));
  }

  List<AppSession> apps() {
    return List.copyOf(apps.values());
  }

  List<Opened> holders() {
    return List.copyOf(holders.values());
  }

  // How it is looked at

  /** A session of the scorer's, which does not wait for ever. */
  Connection observe(String database) throws SQLException {
    return open(SCORER, database, OBSERVING);
  }

  /** A session of the scorer's as somebody else has it. */
  Connection observeAs(String user, String database) throws SQLException {
    return open(user, database, OBSERVING_AS);
  }

  private static SessionOptions called(String name) {
    return new SessionOptions(name, 0, "");
  }

  private Connection open(String user, String database, SessionOptions options)
      throws SQLException {
    Connection connection = server.connectAs(user, database, options);
    audit.excuse(pid(connection));
    return connection;
  }

  private static long pid(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  /** Goes on when a session waits for a lock, as it is to do when the drill begins. */
  void awaitWaiting(String name) throws SQLException {
    String sql = "SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
        + " AND application_name = '" + name + "'";
    try (Connection connection = observe("postgres");
        Statement statement = connection.createStatement()) {
      for (long end = System.nanoTime() + SYMPTOM; System.nanoTime() < end; pause(POLL)) {
        try (ResultSet row = statement.executeQuery(sql)) {
          if (row.next() && row.getBoolean(1)) {
            return;
          }
        }
      }
    }
    throw new SandboxException("The incident does not come about: " + name + " does not wait.");
  }

  /** Goes on when a session's request failed, as it is to do when the drill begins. */
  void awaitFailing(String name) {
    AppSession app = app(name);
    for (long end = System.nanoTime() + SYMPTOM; System.nanoTime() < end; pause(POLL)) {
      if (app.lastFailure().isPresent()) {
        return;
      }
    }
    throw new SandboxException("The incident does not come about: " + name + " does not fail.");
  }

  static void pause(long nanos) {
    LockSupport.parkNanos(nanos);
    if (Thread.currentThread().isInterrupted()) {
      throw new SandboxException("The drill was interrupted.");
    }
  }

  /** Everybody leaves; the server stays. */
  @Override
  public void close() {
    apps.values().forEach(AppSession::close);
    holders.values().forEach(opened -> abort(opened.connection()));
    leaving.forEach(Runnable::run);
  }

  private static void abort(Connection connection) {
    try {
      connection.abort(SAME_THREAD);
    } catch (SQLException gone) {
      // It is gone already, which is all that was wanted.
      return;
    }
  }
}
