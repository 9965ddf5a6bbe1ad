package dev.redshank.sandbox.server;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.sql.Names;
import dev.redshank.sandbox.SandboxException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.postgresql.Driver;

/**
 * A throw-away PostgreSQL server on the loopback address with a fresh cluster.
 *
 * <p>It never runs with root's rights, gives durability away for speed, and ends with this process:
 * by {@link #close}, at an orderly exit, and also when the process is killed. Its only user is
 * {@code postgres}, who needs no password.
 */
public final class PostgresServer implements ThrowawayServer {
  private static final int ATTEMPTS = 5;
  private static final int START_SECONDS = 60;

  /** The name under which {@code pg_stat_replication} shows the standby. */
  private static final String STANDBY = "replica";

  private final PgVersion version;
  private final Launch launch;
  private final Running running;
  private final AtExit atExit;

  private PostgresServer(PgVersion version, Launch launch, Running running, AtExit atExit) {
    this.version = version;
    this.launch = launch;
    this.running = running;
    this.atExit = atExit;
  }

  private record Running(Process process, int port) {}

  /** Finds a port that nobody listens on. */
  interface Ports {
    int next();
  }

  /** Starts a server of a major version, such as 17, with {@code settings} as {@code name=value}. */
  public static PostgresServer start(int major, String... settings) {
    return start(new PgVersion(major), List.of(settings));
  }

  /**
   * Starts a server; its binaries are fetched from Maven Central on first use.
   *
   * @param settings server settings as {@code name=value}, stronger than the sandbox's own
   * @throws SandboxException when binaries, rights or room are missing
   */
  public static PostgresServer start(PgVersion version, List<String> settings) {
    return start(ServerOptions.of(version).with(settings));
  }

  /**
   * Starts a server.
   *
   * @throws SandboxException when binaries, rights or room are missing
   */
  public static PostgresServer start(ServerOptions options) {
    return start(options, wanted(options));
  }

  /** The wanted port at first, and others where somebody listens there already. */
  private static Ports wanted(ServerOptions options) {
    AtomicBoolean tried = new AtomicBoolean(options.port().isEmpty());
    return () -> tried.getAndSet(true) ? freePort() : options.port().orElseThrow();
  }

  static PostgresServer start(ServerOptions options, Ports ports) {
    Platform platform = Platform.running();
    RunAs user = RunAs.detect(platform);
    CacheFolder cache = CacheFolder.standard(user);
    Installation installation = options
        .home()
        .map(home -> Installation.installed(home, platform))
        .orElseGet(
            () -> Installation.published(options.version(), platform, cache, options.progress()));
    Programs programs = new Programs(installation.folder(), platform, user);
    Launch launch =
        new Launch(programs, RunFolder.create(), options.settings(), ports, options.log());
    return start(installation.version(), launch, data -> {
      Path template = ClusterTemplate.of(installation, programs, cache);
      Permissions.copyPrivately(template, data, user);
    });
  }

  /** What fills a new server's folder. */
  private interface Filling {
    void fill(Path data) throws IOException;
  }

  private static PostgresServer start(PgVersion version, Launch launch, Filling filling) {
    AtExit atExit = AtExit.of(launch::undo);
    try {
      filling.fill(launch.folder.data());
      Running running = launch.run();
      if (atExit.isDone()) {
        throw new SandboxException("The process ends while PostgreSQL starts.");
      }
      return new PostgresServer(version, launch, running, atExit);
    } catch (IOException failure) {
      atExit.close();
      throw new SandboxException(
          "Cannot lay out a cluster in %s (%s). -Djava.io.tmpdir=FOLDER names another place."
              .formatted(launch.folder.path(), failure),
          failure);
    } catch (RuntimeException failure) {
      atExit.close();
      throw failure;
    }
  }

  /**
   * Starts a standby that streams from this server through a link; this server is to keep enough of
   * its write-ahead log ({@code wal_keep_size}).
   */
  public PostgresServer standby(ThrottledLink link, String... more) {
    List<String> all = new ArrayList<>(launch.settings);
    all.add("primary_conninfo=host=127.0.0.1 user=postgres application_name=" + STANDBY + " port="
        + link.port());
    all.add("hot_standby=on");
    all.addAll(List.of(more));
    Programs programs = launch.programs;
    Launch second =
        new Launch(programs, RunFolder.create(), all, PostgresServer::freePort, line -> {});
    PostgresServer standby = start(version, second, data -> {
      try {
        BaseBackup.copy(this, data, programs.user());
      } catch (SQLException failure) {
        throw new SandboxException("Cannot back the server up", failure);
      }
    });
    try {
      awaitStreaming();
      return standby;
    } catch (SandboxException failure) {
      standby.close();
      throw failure;
    }
  }

  private void awaitStreaming() {
    String sql = "SELECT 1 FROM pg_stat_replication WHERE state = 'streaming'"
        + " AND application_name = '" + STANDBY + "'";
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      while (System.nanoTime() < end) {
        try (ResultSet row = statement.executeQuery()) {
          if (row.next()) {
            return;
          }
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
      throw new SandboxException("The standby does not stream");
    } catch (SQLException failure) {
      throw new SandboxException("Cannot ask for the standby", failure);
    }
  }

  @Override
  public PgVersion version() {
    return version;
  }

  public int port() {
    return running.port();
  }

  /** The folder of the cluster's files. */
  public Path data() {
    return launch.folder.data();
  }

  /** The server's operating system process; its parent where a shell watches over it. */
  public ProcessHandle process() {
    return running.process().toHandle();
  }

  /** The address of the database {@code postgres}. */
  public String jdbcUrl() {
    return jdbcUrl("postgres");
  }

  public String jdbcUrl(String database) {
    return address(database) + "?user=postgres";
  }

  private String address(String database) {
    return address(port(), database);
  }

  static String address(int port, String database) {
    String name = URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  /** A new connection to the database {@code postgres}. */
  @Override
  public Connection connect() throws SQLException {
    return connect("postgres");
  }

  @Override
  public boolean observersApart() {
    return true;
  }

  @Override
  public Connection connect(String database) throws SQLException {
    return connect(database, Connecting.properties());
  }

  /** The same under a name of its own, which {@code pg_stat_activity} shows. */
  public Connection connect(String database, String name) throws SQLException {
    Properties properties = Connecting.properties();
    properties.setProperty("ApplicationName", name);
    return connect(database, properties);
  }

  /** A connection as applications use it: each statement is prepared and its plan is kept. */
  public Connection connectPreparing(String database, String name) throws SQLException {
    Properties properties = Connecting.properties();
    properties.remove("preferQueryMode");
    properties.setProperty("prepareThreshold", "1");
    properties.setProperty("ApplicationName", name);
    return connect(database, properties);
  }

  /** A connection of another user. */
  public Connection connectAs(String user, String database, SessionOptions options)
      throws SQLException {
    Properties properties = Connecting.properties();
    properties.setProperty("ApplicationName", options.name());
    properties.setProperty("user", user);
    properties.setProperty("loginTimeout", String.valueOf(options.patience()));
    properties.setProperty("socketTimeout", String.valueOf(options.patience()));
    if (!options.settings().isEmpty()) {
      properties.setProperty("options", options.settings());
    }
    return connectTo(address(database), properties);
  }

  private Connection connect(String database, Properties properties) throws SQLException {
    return connectTo(jdbcUrl(database), properties);
  }

  private static Connection connectTo(String url, Properties properties) throws SQLException {
    return Optional.ofNullable(new Driver().connect(url, properties))
        .orElseThrow(() -> new SandboxException("The driver refuses " + url));
  }

  @Override
  public String emptyDatabase(String name) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + Names.quoted(name));
    }
    return name;
  }

  /** Stops the server at once and deletes its data. */
  @Override
  public void close() {
    atExit.close();
  }

  /** A server on its way: tries ports, and can be taken back at any moment. */
  private static final class Launch {
    private final Programs programs;
    private final RunFolder folder;
    private final List<String> settings;
    private final Ports ports;
    private final Consumer<String> listener;
    private volatile Optional<Process> current = Optional.empty();

    Launch(
        Programs programs,
        RunFolder folder,
        List<String> settings,
        Ports ports,
        Consumer<String> listener) {
      this.programs = programs;
      this.folder = folder;
      this.settings = settings;
      this.ports = ports;
      this.listener = listener;
    }

    Running run() {
      String words = "";
      boolean metered = true;
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        int port = ports.next();
        Process process =
            programs.start("postgres", arguments(folder, port, settings, metered), folder.path());
        current = Optional.of(process);
        ServerLog log = ServerLog.listen(process, listener);
        if (isReady(log)) {
          return new Running(process, port);
        }
        end();
        words = log.lastLines();
        if (!words.contains("could not bind") && (!metered || !words.contains(METER))) {
          break;
        }
        metered = metered && !words.contains(METER);
      }
      throw new SandboxException("PostgreSQL did not start: " + words);
    }

    private boolean isReady(ServerLog log) {
      try {
        return log.awaitReady(START_SECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new SandboxException("Interrupted while PostgreSQL starts", interrupted);
      }
    }

    void undo() {
      end();
      folder.close();
    }

    private void end() {
      current.ifPresent(process -> PostgresServer.end(process, programs, folder));
    }
  }

  private static void end(Process process, Programs programs, RunFolder folder) {
    try {
      if (process.isAlive()) {
        programs.run("pg_ctl", stopping(folder), folder.path());
      }
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (SandboxException unreachable) {
      process.destroyForcibly();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      closeInput(process);
    }
  }

  /** A shell that watches over the server ends with its input. */
  private static void closeInput(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      process.destroyForcibly();
    }
  }

  private static List<String> stopping(RunFolder folder) {
    return List.of("stop", "-m", "immediate", "-W", "-D", folder.data().toString());
  }

  private static List<String> arguments(
      RunFolder folder, int port, List<String> settings, boolean metered) {
    List<String> arguments = new ArrayList<>(List.of("-D", folder.data().toString()));
    arguments.addAll(List.of("-p", String.valueOf(port)));
    List<String> all = new ArrayList<>(SETTINGS);
    if (metered) {
      all.addAll(METERING);
    }
    all.addAll(settings);
    for (String setting : all) {
      arguments.addAll(List.of("-c", setting));
    }
    return arguments;
  }

  private static final List<String> SETTINGS = List.of(
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "fsync=off",
      "full_page_writes=off",
      "synchronous_commit=off",
      "max_connections=100",
      "shared_buffers=64MB",
      "dynamic_shared_memory_type=mmap",
      "max_wal_size=256MB",
      "checkpoint_timeout=1h",
      "autovacuum=off",
      "jit=off",
      "max_parallel_maintenance_workers=0",
      "max_parallel_workers_per_gather=0",
      "log_destination=stderr",
      "logging_collector=off",
      "lc_messages=C");

  private static final String METER = "pg_stat_statements";

  /** Tells how much write-ahead log one statement wrote; not every installation brings it along. */
  private static final List<String> METERING =
      List.of("shared_preload_libraries=" + METER, METER + ".track=all", METER + ".save=off");

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new SandboxException("No free port on the loopback address", none);
    }
  }
}
