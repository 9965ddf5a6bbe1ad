package dev.redshank.sandbox.replay;

import dev.redshank.sandbox.replay.actor.LoopProbe;
import dev.redshank.sandbox.replay.watch.Observer;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A streaming standby of the act's server, which can be held back. Its sessions only read. */
public final class Replica {
  private static final String REPLAYED = """
      SELECT coalesce(bool_and(replay_lsn >= '%s'), false)
      FROM pg_stat_replication WHERE application_name = 'replica'
      """;

  private static final String PATIENCE = "max_standby_streaming_delay";

  private static final String LAG = """
      SELECT coalesce(max(pg_current_wal_insert_lsn() - replay_lsn), 0) <= %d
      FROM pg_stat_replication WHERE application_name = 'replica'
      """;

  private final Scene scene;
  private final Act act;
  private final Standby standby;
  private final Observer observer;
  private boolean impatient;

  private Replica(Scene scene, Act act, Standby standby, Observer observer) {
    this.scene = scene;
    this.act = act;
    this.standby = standby;
    this.observer = observer;
  }

  static Replica of(Scene scene, Act act) {
    Standby standby = scene.theatre().standby();
    awaitCaughtUp(scene);
    return new Replica(
        scene,
        act,
        standby,
        Scene.sure(
            "the replica", () -> new Observer(standby.server(), scene.database().name())));
  }

  private static void awaitCaughtUp(Scene scene) {
    String position = Scene.sure("position", () -> scene.observer().position());
    String query = REPLAYED.formatted(position);
    scene.await("the replica catches up", () -> scene.observer().says(query));
  }

  /** The act, to go on with. */
  public Act act() {
    return act;
  }

  // What happens to it

  /** It stops to replay: what the primary does from now on is not seen here. */
  public Replica pauses() {
    Scene.sure("pausing", () -> observer.value("SELECT pg_wal_replay_pause()"));
    scene.await(
        "the replica pauses",
        () ->
            observer.value("SELECT pg_get_wal_replay_pause_state()").orElse("").equals("paused"));
    return this;
  }

  public Replica resumes() {
    Scene.sure("resuming", () -> observer.value("SELECT pg_wal_replay_resume()"));
    return this;
  }

  /**
   * From now on until the end of the act it waits no longer for its readers than so, counted from when it
   * received what they are in the way of. Usually it waits half a minute: readers that are only in the way
   * of the end of a pause are not to be ended by it.
   */
  public Replica waitsForReaders(int millis) {
    impatient = true;
    setPatience("= '" + millis + "ms'", millis + "ms");
    return this;
  }

  private void setPatience(String setting, String shown) {
    Scene.sure("the replica's patience", () -> {
      try (Connection connection = standby.server().connect();
          Statement statement = connection.createStatement()) {
        statement.execute("ALTER SYSTEM SET " + PATIENCE + " " + setting);
        statement.execute("SELECT pg_reload_conf()");
      }
      return true;
    });
    // A session that begins after the server has read its configuration shows it.
    scene.await("the replica reads its configuration", () -> {
      try (Connection connection = standby.server().connect();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SHOW " + PATIENCE)) {
        return row.next() && row.getString(1).equals(shown);
      }
    });
  }

  /** Limits the link that it gets the write-ahead log through; the end of the act lifts it. */
  public Replica isLimitedTo(long bytesPerSecond) {
    standby.link().limit(bytesPerSecond);
    return this;
  }

  /** Waits until it has replayed all that the primary wrote. */
  public Replica catchesUp() {
    awaitCaughtUp(scene);
    return this;
  }

  /** Goes on when its tables are no more than so many bytes behind: a backfill's brake. */
  public Replica comesWithin(long bytes) {
    Scene.sure("position", () -> scene.observer().position());
    String query = LAG.formatted(bytes);
    scene.await("the replica is near", () -> scene.observer().says(query));
    return this;
  }

  // Who is there

  /** A session that runs a query every few milliseconds until the act ends. */
  public Replica loop(String name, int everyMillis, String sql) {
    PostgresServer server = standby.server();
    String database = scene.database().name();
    scene.enters(
        name,
        () -> new LoopProbe(server.connect(database, name), name, sql, everyMillis, scene.watch()));
    return this;
  }

  /** A session of the replica. */
  public Session session(String name) {
    return scene.session(name, standby.server());
  }

  // What it shows

  /** It has not replayed all that the primary did until now: a deploy that looks would wait. */
  public Replica isBehind() {
    String now = Scene.sure(
        "position",
        () -> scene.observer().value("SELECT pg_current_wal_insert_lsn()").orElseThrow());
    boolean replayed =
        Scene.sure("the replica", () -> scene.observer().says(REPLAYED.formatted(now)));
    act.check("the replica is behind", !replayed, "the primary is at " + now);
    return this;
  }

  /** The first value of a query, as text; {@code null} is written {@code null}. */
  public Replica returns(String query, String value) {
    String seen;
    try {
      seen = observer.value(query).orElse("null");
    } catch (SQLException refused) {
      seen = refused.getSQLState() + " " + refused.getMessage();
    }
    act.check("on the replica " + query + " gives " + value, seen.equals(value), "seen: " + seen);
    return this;
  }

  public Replica refuses(String query, String sqlState) {
    Optional<String> failure = observer.failure(query);
    act.check(
        "on the replica " + query + " fails with " + sqlState,
        failure.filter(sqlState::equals).isPresent(),
        "seen: " + failure.orElse("it works"));
    return this;
  }

  void close() throws SQLException {
    standby.link().unlimited();
    if (impatient) {
      setPatience("= DEFAULT", "30s");
    }
    observer.value("SELECT pg_wal_replay_resume()");
    observer.close();
  }
}
