package dev.redshank.sandbox.drill.shell;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens the connections of a {@link SqlShell}, as whom and where is its own business. */
@FunctionalInterface
public interface ShellConnecting {
  /** A new connection of PostgreSQL's driver to a database, in autocommit mode. */
  Connection open(String database) throws SQLException;
}
