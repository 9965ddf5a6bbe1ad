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
   * Opens one, without a statement of its own in the server's log.
   *
   * @param name what {@code pg_stat_activity} shows
   * @param settings of the session as {@code -c name=value}, or an empty string
   */
  public static Connection open(
      int port, String user, String database, String name, String settings) throws SQLException {
    Properties properties = Connecting.properties();
    properties.setProperty("user", user);
    properties.setProperty("ApplicationName", name);
    // From this version on the driver may send the name as it connects.
    properties.setProperty("assumeMinServerVersion", "14");
    if (!settings.isEmpty()) {
      properties.setProperty("options", settings);
    }
    String url = PostgresServer.address(port, database);
    return Optional.ofNullable(new Driver().connect(url, properties))
        .orElseThrow(() -> new SandboxException("The driver refuses " + url));
  }
}
