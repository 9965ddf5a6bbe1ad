package dev.redshank.sandbox.drill;

import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.server.ClientConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Runs a submission as {@code psql -f} does: each statement for itself, on after a failure. Nothing
 * waits longer than {@code lock_timeout} for a lock, and the whole has a limit.
 */
public final class Submitting {
  private static final Executor SAME_THREAD = Runnable::run;
  private static final String LOCK_TIMEOUT = "-c lock_timeout=2s";

  private final int port;
  private final Duration limit;
  private final Consumer<String> listener;

  /**
   * @param port of the drill's server
   * @param limit of the whole submission
   * @param listener gets a line about each statement that failed
   */
  public Submitting(int port, Duration limit, Consumer<String> listener) {
    this.port = port;
    this.limit = limit;
    this.listener = listener;
  }

  /**
   * Runs it to its end or to its limit.
   *
   * @return whether every statement worked
   */
  public boolean run(Submission submission) {
    Timer clock = new Timer("redshank-submission-limit", true);
    try (Session session = new Session(Shop.DATABASE)) {
      clock.schedule(expiring(session), limit.toMillis());
      boolean worked = true;
      for (Submission.Step step : submission.steps()) {
        worked &= session.take(step);
        if (session.expired) {
          listener.accept("line " + step.line() + ": stopped, as the submission took more than "
              + limit.toSeconds() + " s");
          return false;
        }
      }
      return worked;
    } finally {
      clock.cancel();
    }
  }

  private static TimerTask expiring(Session session) {
    return new TimerTask() {
      @Override
      public void run() {
        session.expire();
      }
    };
  }

  /** The submission's session, in one database after the other. */
  private final class Session implements AutoCloseable {
    private Connection connection;
    private String database;
    private volatile boolean expired;

    Session(String database) {
      this.database = database;
      this.connection = open(database);
    }

    private Connection open(String wanted) {
      try {
        return ClientConnection.open(port, World.TRAINEE, wanted, "submission", LOCK_TIMEOUT);
      } catch (SQLException refused) {
        throw new SandboxException(
            "The drill's server lets nobody into " + wanted + ": " + Inquest.words(refused) + ".",
            refused);
      }
    }

    boolean take(Submission.Step step) {
      try {
        if (step instanceof Submission.Connect connect) {
          Connection next = open(connect.database());
          abort();
          database = connect.database();
          connection = next;
        } else if (step instanceof Submission.Run run) {
          run(connection, run.sql());
        }
        return true;
      } catch (SandboxException refused) {
        listener.accept("line " + step.line() + ": " + refused.getMessage());
        return false;
      } catch (SQLException failure) {
        if (!expired) {
          listener.accept("line " + step.line() + ": " + Inquest.words(failure));
          comeBack();
        }
        return false;
      }
    }

    /** A session that ended itself, or whose database went away, is no reason to leave the rest out. */
    private void comeBack() {
      try {
        if (connection.isClosed()) {
          connection = open(database);
        }
      } catch (SQLException | SandboxException gone) {
        listener.accept("the session is gone: " + gone.getMessage());
      }
    }

    private void run(Connection on, String sql) throws SQLException {
      try (Statement statement = on.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute(sql);
      }
    }

    private void expire() {
      expired = true;
      abort();
    }

    private void abort() {
      try {
        connection.abort(SAME_THREAD);
      } catch (SQLException gone) {
        // It is gone already.
        return;
      }
    }

    @Override
    public void close() {
      abort();
    }
  }
}
