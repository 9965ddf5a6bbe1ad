package dev.redshank.sandbox.measure;

import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.server.ThrowawayServer;
import java.sql.SQLException;

/** Who watches a server while statements run there. */
public final class Watch implements AutoCloseable {
  private final ThrowawayServer server;
  private final Monitor monitor;

  private Watch(ThrowawayServer server, Monitor monitor) {
    this.server = server;
    this.monitor = monitor;
  }

  public static Watch over(ThrowawayServer server) {
    try {
      return new Watch(server, new Monitor(server));
    } catch (SQLException failure) {
      throw new SandboxException("Cannot observe the server: " + failure.getMessage(), failure);
    }
  }

  ThrowawayServer server() {
    return server;
  }

  Monitor monitor() {
    return monitor;
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (SQLException failure) {
      throw new SandboxException("Cannot leave the server: " + failure.getMessage(), failure);
    }
  }
}
