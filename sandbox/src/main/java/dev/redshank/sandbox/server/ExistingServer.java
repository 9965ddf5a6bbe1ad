package dev.redshank.sandbox.server;

import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.SandboxException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A running server that somebody gives away for this. Only the one database of its address is used,
 * and only where it holds nothing of anybody's. Messages never repeat the address: it may hold a
 * password.
 */
public final class ExistingServer implements ThrowawayServer {
  private static final int SHOWN = 3;

  /** What extensions brought along is nobody's data. */
  private static final String RELATIONS = """
      SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                        AND d.objid = c.oid AND d.deptype = 'e')
      ORDER BY 1
      """;

  private final String url;
  private final String database;
  private final PgVersion version;

  private ExistingServer(String url, String database, PgVersion version) {
    this.url = url;
    this.database = database;
    this.version = version;
  }

  /**
   * Looks at the server once.
   *
   * @param url as JDBC writes it
   * @throws SandboxException when it does not answer, is too old or new, or holds user tables
   */
  public static ExistingServer at(String url) {
    if (Driver.parseURL(url, new Properties()) == null) {
      throw new SandboxException(
          "--url is no address of PostgreSQL. Write it as jdbc:postgresql://HOST:PORT/DATABASE.");
    }
    try (Connection connection = open(url);
        Statement statement = connection.createStatement()) {
      String database = text(statement, "SELECT current_database()");
      String number = text(statement, "SHOW server_version");
      PgVersion version = PgVersion.parse(number.split("[ .]", 2)[0])
          .orElseThrow(() -> new SandboxException(
              "The server at --url is PostgreSQL " + number + "; Redshank knows 14 to 18."));
      refuseUserTables(statement, database);
      return new ExistingServer(url, database, version);
    } catch (SQLException failure) {
      throw new SandboxException(
          "Cannot use the server at --url: " + failure.getMessage() + ".", failure);
    }
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void refuseUserTables(Statement statement, String database) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(RELATIONS)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    if (!names.isEmpty()) {
      String more = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
      throw new SandboxException("The database "
          + database
          + " at --url holds "
          + String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
          + more
          + ". Name an empty database of a server that nobody will miss.");
    }
  }

  @Override
  public PgVersion version() {
    return version;
  }

  @Override
  public Connection connect() throws SQLException {
    return open(url);
  }

  @Override
  public Connection connect(String name) throws SQLException {
    if (!name.equals(database)) {
      throw new SandboxException("Only the database of --url is used, not " + name + ".");
    }
    return open(url);
  }

  @Override
  public String emptyDatabase(String name) {
    return database;
  }

  private static Connection open(String url) throws SQLException {
    return Optional.ofNullable(new Driver().connect(url, Connecting.properties()))
        .orElseThrow(() -> new SandboxException("The driver refuses the address of --url."));
  }

  /** The server is not ours to stop. */
  @Override
  public void close() {}
}
