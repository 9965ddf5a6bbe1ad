package dev.redshank.sandbox.server;

import dev.redshank.core.postgres.PgVersion;
import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL server that nobody will miss: what runs on it may break it. */
public interface ThrowawayServer extends AutoCloseable {
  PgVersion version();

  /** A new connection to the database from which observers watch. */
  Connection connect() throws SQLException;

  /** A new connection in autocommit mode that sends each statement's text as it is. */
  Connection connect(String database) throws SQLException;

  /**
   * An empty database to work in.
   *
   * @param name of the database, where the server makes one
   * @return the database's name
   */
  String emptyDatabase(String name) throws SQLException;

  @Override
  void close();
}
