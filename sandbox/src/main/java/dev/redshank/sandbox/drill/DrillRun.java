package dev.redshank.sandbox.drill;

import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.drill.Picture.Thing;
import dev.redshank.sandbox.replay.result.ProbeResult;
import dev.redshank.sandbox.server.PostgresServer;
import dev.redshank.sandbox.server.ServerOptions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A drill that somebody practises on: its server, its production, hints and scores. */
public final class DrillRun implements AutoCloseable {
  /** As whom whoever practises connects: a superuser. */
  public static final String TRAINEE = World.TRAINEE;

  /** Where whoever practises begins. */
  public static final String FIRST_DATABASE = Shop.DATABASE;

  private static final List<String> SETTINGS = List.of(
      "log_line_prefix=" + Audit.PREFIX,
      "log_statement=all",
      "log_min_messages=warning",
      "log_min_error_statement=error",
      "track_commit_timestamp=on",
      "wal_keep_size=512MB",
      "wal_retrieve_retry_interval=100ms");

  private final Drill drill;
  private final ServerOptions options;
  private Staged staged;
  private int hints;
  private boolean scored;

  /** What a reset makes anew. */
  private record Staged(
      PostgresServer server, World world, Start start, Lookout lookout, List<Front> fronts)
      implements AutoCloseable {
    @Override
    public void close() {
      lookout.close();
      world.close();
      server.close();
    }
  }

  private DrillRun(Drill drill, ServerOptions options) {
    this.drill = drill;
    this.options = options;
    this.staged = stage(options);
  }

  /**
   * Starts a server and brings the incident about on it.
   *
   * @throws SandboxException when there is no server to be had, or no room for it
   */
  public static DrillRun start(Drill drill, ServerOptions options) {
    return new DrillRun(drill, options);
  }

  private Staged stage(ServerOptions wanted) {
    Audit audit = new Audit();
    PostgresServer server = PostgresServer.start(wanted.with(settings()).hearing(audit));
    try {
      return stage(server, audit);
    } catch (SQLException failure) {
      server.close();
      throw new SandboxException(
          "The incident cannot be brought about: " + Inquest.words(failure) + ".", failure);
    } catch (RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  /** Linux can tell a server that a client is gone; a killed shell is not to hold its locks. */
  private static List<String> settings() {
    List<String> settings = new ArrayList<>(SETTINGS);
    if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
      settings.add("client_connection_check_interval=1s");
    }
    return settings;
  }

  private Staged stage(PostgresServer server, Audit audit) throws SQLException {
    World world = World.on(server, audit);
    List<Front> fronts = drill.fronts();
    for (Front front : fronts) {
      front.build(world);
    }
    Start start = Start.of(world);
    for (Front front : fronts) {
      front.people(world);
    }
    audit.begin();
    return new Staged(server, world, start, new Lookout(world, tables(start)), fronts);
  }

  private static Map<String, String> tables(Start start) {
    Map<String, String> tables = new HashMap<>();
    start.cluster().of(Thing.DATABASE).forEach((oid, database) -> {
      if (start.databases().containsKey(database)) {
        String beside = database.equals(Shop.DATABASE) ? "" : " of " + database;
        start
            .picture(database)
            .of(Thing.TABLE)
            .forEach((table, name) ->
                tables.put(oid + "." + table, name.substring(name.indexOf('.') + 1) + beside));
      }
    });
    return tables;
  }

  public Drill drill() {
    return drill;
  }

  /** The port on the loopback address; the same after a reset. */
  public synchronized int port() {
    return staged.server().port();
  }

  /** What {@code psql} and other clients connect with. */
  public synchronized String uri() {
    return "postgresql://" + World.TRAINEE + "@127.0.0.1:" + port() + "/" + Shop.DATABASE;
  }

  /** The server that it runs on. */
  public synchronized PostgresServer server() {
    return staged.server();
  }

  /** Who waits for whom right now, as {@code app_writer_1 waits for migration_runner_7f3}. */
  public List<String> waits() {
    return current().lookout().waits();
  }

  /** Sessions of the application whose last request failed, as {@code old_app_v1 fails with 42703}. */
  public List<String> failing() {
    List<String> failing = new ArrayList<>();
    for (AppSession app : current().world().apps()) {
      if (app.isEnded()) {
        failing.add(app.name() + " is gone");
      } else {
        app.lastFailure().ifPresent(state -> failing.add(app.name() + " fails with " + state));
      }
    }
    return failing;
  }

  private synchronized Staged current() {
    return staged;
  }

  /** The next hint; none when all are told. */
  public synchronized Optional<String> hint() {
    List<String> all = drill.page().hints();
    if (hints >= all.size()) {
      return Optional.empty();
    }
    return Optional.of(all.get(hints++));
  }

  /** How many hints were taken. */
  public synchronized int hints() {
    return hints;
  }

  /** Whether there was a score: until then the postmortem is a spoiler. */
  public synchronized boolean scored() {
    return scored;
  }

  /** What the work is worth so far. It may be asked again; nothing is changed by it. */
  public synchronized DrillResult score() {
    Staged now = staged;
    try (Inquest inquest = new Inquest(now.world(), now.start())) {
      Score score = new Scorer(now.fronts()).score(inquest);
      scored = true;
      List<ProbeResult> probes =
          now.world().apps().stream().map(AppSession::result).toList();
      return new DrillResult(
          drill,
          now.server().version(),
          score,
          hints,
          inquest.deeds().stream().map(DrillRun::told).toList(),
          now.lookout().events(),
          probes,
          now.lookout().wal(),
          now.world().watch().millis());
    }
  }

  private static DrillResult.Statement told(Deed deed) {
    return new DrillResult.Statement(deed.atMillis(), deed.database(), deed.sql());
  }

  /** Begins anew, on the same port where that is still free; hints that were taken stay taken. */
  public synchronized void reset() {
    int port = staged.server().port();
    staged.close();
    staged = stage(options.on(port));
    scored = false;
  }

  /** Everybody leaves, and the server ends with all that was on it. */
  @Override
  public synchronized void close() {
    staged.close();
  }
}
