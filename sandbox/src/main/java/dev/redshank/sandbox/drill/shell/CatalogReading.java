package dev.redshank.sandbox.drill.shell;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Asks the system catalog, and waits two seconds at most for somebody else's lock. */
final class CatalogReading {
  private static final String LOCK_TIMEOUT = "SET LOCAL lock_timeout = '2s'";
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String SAVEPOINT = "redshank_shell";

  private final BaseConnection connection;

  CatalogReading(BaseConnection connection) {
    this.connection = connection;
  }

  /** What a query finds; each value as text. */
  List<CatalogRow> rows(String sql) throws SQLException {
    boolean own = connection.getTransactionState() == TransactionState.IDLE;
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute((own ? "BEGIN; " : "SAVEPOINT " + SAVEPOINT + "; ") + LOCK_TIMEOUT);
      try {
        return read(statement, sql);
      } finally {
        // Takes back the time limit and whatever lock the query took.
        statement.execute(
            own
                ? "ROLLBACK"
                : "ROLLBACK TO SAVEPOINT " + SAVEPOINT + "; RELEASE SAVEPOINT " + SAVEPOINT);
      }
    }
  }

  /** The same, or nothing where a lock of another session is in the way. */
  Optional<List<CatalogRow>> rowsUnlessLocked(String sql) throws SQLException {
    try {
      return Optional.of(rows(sql));
    } catch (SQLException failure) {
      if (LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private static List<CatalogRow> read(Statement statement, String sql) throws SQLException {
    List<CatalogRow> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<Optional<String>> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(Optional.ofNullable(result.getString(i)));
        }
        rows.add(new CatalogRow(values));
      }
    }
    return rows;
  }
}
