package dev.redshank.sandbox.server;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.SandboxException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.Driver;

/**
 * A throw-away PostgreSQL server on the loopback address with a fresh cluster.
 *
 * <p>It never runs with root's rights, gives durability away for speed, and ends with this process:
 * by {@link #close}, at an orderly exit, and also when the process is killed. Its only user is
 * {@code postgres}, who needs no password.
 */
public final class PostgresServer implements AutoCloseable {
  private static final int ATTEMPTS = 5;
  private static final int START_SECONDS = 60;

  /** The name under which {@code pg_stat_replication} shows the standby. */
  private static final String STANDBY = "replica";

  private final PgVersion version;
  private final Programs programs;
  private final RunFolder folder;
  private final List<String> settings;
  private final Process process;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread atExit = new Thread(this::stop, "redshank-postgres-stop");

  private PostgresServer(PgVersion version, Programs programs, RunFolder folder, Running running) {
    this.settings = running.settings();
    this.version = version;
    this.programs = programs;
    this.folder = folder;
    this.process = running.process();
    this.port = running.port();
  }

  private record Running(Process process, int port, List<String> settings) {}

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
    Platform platform = Platform.running();
    RunAs user = RunAs.detect(platform);
    CacheFolder cache = CacheFolder.standard(user);
    Release release = Release.of(version);
    Path binaries = Binaries.unpacked(release, platform, cache);
    Programs programs = new Programs(binaries, platform, user);
    return start(version, programs, settings, data -> {
      Path template = ClusterTemplate.of(release, platform, programs, cache);
      Permissions.copyPrivately(template, data, user);
    });
  }

  /** What fills a new server's folder. */
  private interface Filling {
    void fill(Path data) throws IOException;
  }

  private static PostgresServer start(
      PgVersion version, Programs programs, List<String> settings, Filling filling) {
    RunFolder folder = RunFolder.create();
    try {
      filling.fill(folder.data());
      Running running = run(programs, folder, settings);
      PostgresServer server = new PostgresServer(version, programs, folder, running);
      Runtime.getRuntime().addShutdownHook(server.atExit);
      return server;
    } catch (IOException failure) {
      folder.close();
      throw new SandboxException("Cannot lay out a cluster in " + folder.path(), failure);
    } catch (RuntimeException failure) {
      folder.close();
      throw failure;
    }
  }

  /**
   * Starts a standby that streams from this server through a link; this server is to keep enough of
   * its write-ahead log ({@code wal_keep_size}).
   */
  public PostgresServer standby(ThrottledLink link, String... more) {
    List<String> all = new ArrayList<>(settings);
    all.add("primary_conninfo=host=127.0.0.1 user=postgres application_name=" + STANDBY + " port="
        + link.port());
    all.add("hot_standby=on");
    all.addAll(List.of(more));
    PostgresServer standby = start(version, programs, all, data -> {
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

  public PgVersion version() {
    return version;
  }

  public int port() {
    return port;
  }

  /** The folder of the cluster's files. */
  public Path data() {
    return folder.data();
  }

  /** The server's operating system process; its parent where a shell watches over it. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** The address of the database {@code postgres}. */
  public String jdbcUrl() {
    return jdbcUrl("postgres");
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
  }

  /** A new connection to the database {@code postgres}. */
  public Connection connect() throws SQLException {
    return connect("postgres");
  }

  /** A new connection in autocommit mode that sends each statement's text as it is. */
  public Connection connect(String database) throws SQLException {
    return connect(database, "redshank");
  }

  /** The same under a name of its own, which {@code pg_stat_activity} shows. */
  public Connection connect(String database, String name) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("preferQueryMode", "simple");
    return connect(database, name, properties);
  }

  /** A connection as applications use it: each statement is prepared and its plan is kept. */
  public Connection connectPreparing(String database, String name) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("prepareThreshold", "1");
    return connect(database, name, properties);
  }

  private Connection connect(String database, String name, Properties properties)
      throws SQLException {
    properties.setProperty("ApplicationName", name);
    properties.setProperty("connectTimeout", "30");
    return Optional.ofNullable(new Driver().connect(jdbcUrl(database), properties))
        .orElseThrow(() -> new SandboxException("The driver refuses " + jdbcUrl(database)));
  }

  /** Stops the server at once and deletes its data. */
  @Override
  public void close() {
    if (stop()) {
      try {
        Runtime.getRuntime().removeShutdownHook(atExit);
      } catch (IllegalStateException exiting) {
        // The hook itself runs already and finds the work done.
        return;
      }
    }
  }

  private boolean stop() {
    if (!closed.compareAndSet(false, true)) {
      return false;
    }
    end(process, programs, folder);
    folder.close();
    return true;
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

  private static Running run(Programs programs, RunFolder folder, List<String> settings) {
    String words = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = freePort();
      Process process =
          programs.start("postgres", arguments(folder, port, settings), folder.path());
      ServerLog log = ServerLog.listen(process);
      try {
        if (log.awaitReady(START_SECONDS)) {
          return new Running(process, port, settings);
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        end(process, programs, folder);
        throw new SandboxException("Interrupted while PostgreSQL starts", interrupted);
      }
      end(process, programs, folder);
      words = log.lastLines();
      if (!words.contains("could not bind")) {
        break;
      }
    }
    throw new SandboxException("PostgreSQL did not start: " + words);
  }

  private static List<String> arguments(RunFolder folder, int port, List<String> settings) {
    List<String> arguments = new ArrayList<>(List.of("-D", folder.data().toString()));
    arguments.addAll(List.of("-p", String.valueOf(port)));
    List<String> all = new ArrayList<>(SETTINGS);
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
      // Tells how much write-ahead log one statement wrote, whatever else goes on.
      "shared_preload_libraries=pg_stat_statements",
      "pg_stat_statements.track=all",
      "pg_stat_statements.save=off",
      "max_wal_size=256MB",
      "checkpoint_timeout=1h",
      "autovacuum=off",
      "jit=off",
      "max_parallel_maintenance_workers=0",
      "max_parallel_workers_per_gather=0",
      "log_destination=stderr",
      "logging_collector=off",
      "lc_messages=C");

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new SandboxException("No free port on the loopback address", none);
    }
  }
}
