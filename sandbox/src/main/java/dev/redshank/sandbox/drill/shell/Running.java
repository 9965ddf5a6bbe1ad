package dev.redshank.sandbox.drill.shell;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.core.BaseConnection;

/** What Ctrl-C stops: the statement that runs, and the file that it came from. */
final class Running {
  private Optional<BaseConnection> current = Optional.empty();
  private boolean interrupted;

  synchronized void begin(BaseConnection connection) {
    current = Optional.of(connection);
  }

  /** Waits for a cancellation on its way, as it would meet the next statement. */
  synchronized void end() {
    current = Optional.empty();
  }

  synchronized void forget() {
    interrupted = false;
  }

  synchronized boolean isInterrupted() {
    return interrupted;
  }

  synchronized void interrupt() {
    interrupted = true;
    try {
      if (current.isPresent()) {
        current.get().cancelQuery();
      }
    } catch (SQLException unreachable) {
      // The statement learns of it from its own connection.
    }
  }
}
