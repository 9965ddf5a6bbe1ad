package dev.redshank.sandbox.replay;

import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.measure.Databases;
import dev.redshank.sandbox.measure.Monitor;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Where replays are played, one after the other: a server, and who listens. */
final class Theatre implements AutoCloseable {
  private final PostgresServer server;
  private final Monitor monitor;
  private final Databases databases;
  private final ReplayListener listener;
  private Optional<Standby> standby = Optional.empty();

  private Theatre(PostgresServer server, Monitor monitor, ReplayListener listener) {
    this.server = server;
    this.monitor = monitor;
    this.databases = new Databases(monitor);
    this.listener = listener;
  }

  static Theatre on(PostgresServer server, ReplayListener listener) {
    try {
      Monitor monitor = new Monitor(server);
      warmTemplate(server);
      return new Theatre(server, monitor, listener);
    } catch (SQLException failure) {
      throw new SandboxException("Cannot observe the server", failure);
    }
  }

  /**
   * Who first enters a database writes down what its catalogs look like, which takes longer than the rest of
   * connecting. Written once in the template, it is copied into each database.
   */
  private static void warmTemplate(PostgresServer server) throws SQLException {
    server.connect("template1").close();
  }

  PostgresServer server() {
    return server;
  }

  Monitor monitor() {
    return monitor;
  }

  Databases databases() {
    return databases;
  }

  /** A standby of the server, started when the first replay wants one. */
  Standby standby() {
    Standby started = standby.orElseGet(() -> Standby.of(server));
    standby = Optional.of(started);
    return started;
  }

  synchronized void actBegins(String title) {
    listener.actBegins(title);
  }

  synchronized void setsUp(String sql) {
    listener.setsUp(sql);
  }

  synchronized void runs(String session, String sql) {
    listener.runs(session, sql);
  }

  synchronized void waits(List<String> waits) {
    listener.waits(waits);
  }

  @Override
  public void close() {
    standby.ifPresent(Standby::close);
    try (monitor) {
      databases.close();
    } catch (SQLException failure) {
      throw new SandboxException("Cannot leave the server", failure);
    }
  }
}
