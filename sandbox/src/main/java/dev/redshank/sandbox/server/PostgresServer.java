package dev.redshank.sandbox.server;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.sql.Names;
import dev.redshank.sandbox.SandboxException;
import java.io.IOException;
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
import java.util.concurrent.locks.LockSupport;
import org.postgresql.Driver;

/**
 * A throw-away PostgreSQL server on the loopback address with a fresh cluster.
 *
 * <p>It never runs with root's rights, gives durability away for speed, and ends with this process:
 * by {@link #close}, at an orderly exit, and also when the process is killed. Its only user is
 * {@code postgres}, who needs no password.
 */
public final class PostgresServer implements ThrowawayServer {
  private static final int START_SECONDS = 60;

  /** The name under which {@code pg_stat_replication} shows the standby. */
  private static final String STANDBY = "replica";

  private final PgVersion version;
  private final Launch launch;
  private final Launch.Running running;
  private final AtExit atExit;

  private PostgresServer(PgVersion version, Launch launch, Launch.Running running, AtExit atExit) {
    this.version = version;
    this.launch = launch;
    this.running = running;
    this.atExit = atExit;
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
    return start(options, Ports.beginningWith(options.port()));
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
      filling.fill(launch.folder().data());
      Launch.Running running = launch.run();
      if (atExit.isDone()) {
        throw new SandboxException("The process ends while PostgreSQL starts.");
      }
      return new PostgresServer(version, launch, running, atExit);
    } catch (IOException failure) {
      atExit.close();
      throw new SandboxException(
          "Cannot lay out a cluster in %s (%s). -Djava.io.tmpdir=FOLDER names another place."
              .formatted(launch.folder().path(), failure),
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
    List<String> all = new ArrayList<>(launch.settings());
    all.add("primary_conninfo=host=127.0.0.1 user=postgres application_name=" + STANDBY + " port="
        + link.port());
    all.add("hot_standby=on");
    all.addAll(List.of(more));
    Programs programs = launch.programs();
    Launch second = new Launch(programs, RunFolder.create(), all, Ports::free, line -> {});
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
    return launch.folder().data();
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
}
