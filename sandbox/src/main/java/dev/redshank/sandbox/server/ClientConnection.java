package dev.redshank.sandbox.server;

import dev.redshank.sandbox.SandboxException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** A session on a server of the sandbox that another process started. */
public final class ClientConnection {
  private ClientConnection() {}

  /**
   * Opens one.
   *
   * @param name what {@code pg_stat_activity} shows
   */
  public static Connection open(int port, String user, String database, String name)
      throws SQLException {
    Properties properties = Connecting.properties();
    properties.setProperty("user", user);
    properties.setProperty("ApplicationName", name);
    String url = PostgresServer.address(port, database);
    return Optional.ofNullable(new Driver().connect(url, properties))
        .orElseThrow(() -> new SandboxException("The driver refuses " + url));
  }
}
