package dev.redshank.sandbox.drill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What there was when the drill began.
 *
 * @param epochMillis the server's time, in ms since 1970
 * @param watchMillis the same moment by the world's watch
 * @param cluster roles, databases, settings
 * @param databases by name
 * @param rows how many rows each database's table {@code orders} had, and the highest {@code id}
 */
record Start(
    double epochMillis,
    double watchMillis,
    Picture cluster,
    Map<String, Picture> databases,
    Map<String, Rows> rows) {
  /**
   * How full a table was.
   *
   * @param content a sum of all that is in it
   * @param before a sum of what no incident calls to change, of the rows up to {@code last}
   */
  record Rows(long count, long last, String content, String before) {}

  Start {
    databases = Map.copyOf(databases);
    rows = Map.copyOf(rows);
  }

  /** Looks before anybody locks anything. */
  static Start of(World world) throws SQLException {
    Map<String, Picture> databases = new HashMap<>();
    Map<String, Rows> rows = new HashMap<>();
    for (String database : world.databases()) {
      try (Connection connection = world.observe(database)) {
        databases.put(database, Picture.ofDatabase(connection));
        countRows(connection).ifPresent(counted -> rows.put(database, counted));
      }
    }
    try (Connection connection = world.observe("postgres");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT extract(epoch FROM clock_timestamp())::float8 * 1000")) {
      row.next();
      double epoch = row.getDouble(1);
      double watch = world.watch().millis();
      return new Start(epoch, watch, Picture.ofCluster(connection), databases, rows);
    }
  }

  private static Optional<Rows> countRows(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet there =
            statement.executeQuery("SELECT to_regclass('public.orders') IS NOT NULL")) {
      if (!there.next() || !there.getBoolean(1)) {
        return Optional.empty();
      }
      try (ResultSet row = statement.executeQuery(
          "SELECT count(*), max(id), " + CONTENT + ", " + UNCHANGED + " FROM public.orders AS t")) {
        row.next();
        return Optional.of(
            new Rows(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)));
      }
    }
  }

  /** Sums up what applications leave as it is; they update the order 7, and fill further columns. */
  static final String UNCHANGED = "sum(hashtextextended(concat_ws('|', id, customer_id, total,"
      + " extract(epoch FROM created_at)), 0)) FILTER (WHERE id <> 7)::text";

  /** Sums up every row, so that a change of any of them shows. */
  static final String CONTENT = "sum(hashtextextended(t::text, 0))::text";

  Picture picture(String database) {
    return Optional.ofNullable(databases.get(database))
        .orElseThrow(() -> new IllegalArgumentException("There is no " + database));
  }

  Rows rows(String database) {
    return Optional.ofNullable(rows.get(database))
        .orElseThrow(() -> new IllegalArgumentException("There are no orders in " + database));
  }
}
