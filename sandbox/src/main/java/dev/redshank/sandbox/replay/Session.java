package dev.redshank.sandbox.replay;

import dev.redshank.sandbox.replay.result.StatementResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Another session of an act: a report, an application, a second migration. It is not measured. */
public final class Session {
  private static final Executor SAME_THREAD = Runnable::run;

  private final Scene scene;
  private final String name;
  private final Connection connection;

  /** Kept, as an application keeps them: plans that were made before the migration. */
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  private Session(Scene scene, String name, Connection connection) {
    this.scene = scene;
    this.name = name;
    this.connection = connection;
  }

  /** How a session comes into a database. */
  interface Opening {
    Connection into(String database) throws SQLException;
  }

  static Session open(Scene scene, String name, Opening opening) {
    return Scene.sure(
        "session " + name,
        () -> new Session(scene, name, opening.into(scene.database().name())));
  }

  /** Runs statements that must work; otherwise the replay can say nothing. */
  public Session runs(String... sql) {
    for (String each : sql) {
      StatementResult result = run(each);
      if (result.sqlState().isPresent()) {
        throw new Inconclusive(name + " cannot run " + each + ": " + Facts.outcome(result));
      }
    }
    return this;
  }

  /** Its first value of a query, as text; {@code null} is written {@code null}. */
  public Session returns(String query, String value) {
    String seen = ask(query);
    scene.check(name + " gets " + value + " for " + query, seen.equals(value), "seen: " + seen);
    return this;
  }

  /** Asks again and again, each time in a transaction of its own, until a query gives a value. */
  public Session asksUntil(String query, String value) {
    scene.await(name + " gets " + value + " for " + query, () -> ask(query).equals(value));
    return this;
  }

  private synchronized String ask(String query) {
    return Scene.sure(query, () -> {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(query)) {
        return row.next() ? String.valueOf(row.getString(1)) : "null";
      }
    });
  }

  /** Runs a statement to its end, which may be a failure. */
  public Running tries(String sql) {
    Running running = starts(sql);
    running.ends();
    return running;
  }

  /** Begins a statement that may have to wait. */
  public Running starts(String sql) {
    return Running.started(scene, name, sql, () -> run(sql));
  }

  /** Begins a statement later; it is a part of the scene, nothing rests on the time. */
  public Running startsAfter(int millis, String sql) {
    return Running.started(scene, name, sql, () -> {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      while (System.nanoTime() < end) {
        Scene.pause(end - System.nanoTime());
      }
      return run(sql);
    });
  }

  private synchronized StatementResult run(String sql) {
    scene.theatre().runs(name, sql);
    double from = scene.watch().millis();
    Optional<String> state = Optional.empty();
    String message = "";
    try {
      execute(sql);
    } catch (SQLException refused) {
      state = Optional.of(String.valueOf(refused.getSQLState()));
      message = String.valueOf(refused.getMessage());
    }
    double to = scene.watch().millis();
    return scene.note(new StatementResult(
        name, sql, from, to, state, message, Optional.empty(), new TreeMap<>()));
  }

  private void execute(String sql) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statement.setEscapeProcessing(false);
      statements.put(sql, statement);
    }
    statement.execute();
  }

  void close() throws SQLException {
    connection.abort(SAME_THREAD);
  }
}
