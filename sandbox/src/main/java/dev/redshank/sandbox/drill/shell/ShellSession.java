package dev.redshank.sandbox.drill.shell;

import dev.redshank.core.report.Printable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.util.PSQLException;

/** The shell's connection, and how to get another. */
final class ShellSession implements AutoCloseable {
  /** The session was ended by the server: an administrator, a crash, its start, or a time limit. */
  private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03", "57P05", "25P03");

  private final ShellConnecting connecting;
  private String database;
  private Optional<Connection> connection = Optional.empty();

  ShellSession(ShellConnecting connecting, String database) {
    this.connecting = connecting;
    this.database = database;
  }

  String database() {
    return database;
  }

  /** The connection; a new one if there is none. */
  BaseConnection connection() throws SQLException {
    if (connection.isEmpty()) {
      connection = Optional.of(connecting.open(database));
    }
    return connection.get().unwrap(BaseConnection.class);
  }

  /** Goes to a database, and stays in this one if that is impossible. */
  void moveTo(String other) throws SQLException {
    Connection next = connecting.open(other);
    close();
    connection = Optional.of(next);
    database = other;
  }

  /** Whether an error took the connection along. What the server calls an ERROR did not, whatever its code. */
  boolean isLostBy(SQLException error) {
    String state = String.valueOf(error.getSQLState());
    boolean told = error instanceof PSQLException server && server.getServerErrorMessage() != null;
    return isClosed() || ENDED.contains(state) || (state.startsWith("08") && !told);
  }

  private boolean isClosed() {
    try {
      return connection.isEmpty() || connection.get().isClosed();
    } catch (SQLException unknown) {
      return true;
    }
  }

  String user() throws SQLException {
    return connection().getQueryExecutor().getUser();
  }

  TransactionState transaction() throws SQLException {
    return connection().getTransactionState();
  }

  /**
   * What a prompt looks like.
   *
   * @param state of what was typed, as {@link StatementBuffer} tells it
   */
  String prompt(char state) {
    String name = Printable.oneLine(database);
    if (isClosed()) {
      return name + "!" + state + "> ";
    }
    try {
      String mark = switch (transaction()) {
        case IDLE -> "";
        case OPEN -> "*";
        case FAILED -> "!";
      };
      boolean superuser = "on".equals(connection().getParameterStatus("is_superuser"));
      return name + mark + state + (superuser ? "# " : "> ");
    } catch (SQLException unknown) {
      return name + state + "> ";
    }
  }

  /** Lets the connection go; the next question opens another. */
  @Override
  public void close() {
    Optional<Connection> old = connection;
    connection = Optional.empty();
    try {
      if (old.isPresent()) {
        old.get().close();
      }
    } catch (SQLException gone) {
      // It was to be closed anyway.
    }
  }
}
