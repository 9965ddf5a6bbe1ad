package dev.redshank.sandbox.drill.shell;

import java.nio.file.Path;
import java.util.Objects;

/** A small interactive SQL shell in the manner of psql, for people who have none. */
public final class SqlShell {
  private final ShellConnecting connecting;
  private final String database;
  private final Path history;

  /**
   * @param connecting opens a connection to a database by name
   * @param database the first one
   * @param history the file that keeps what was typed; without it nothing is kept
   */
  public SqlShell(ShellConnecting connecting, String database, Path history) {
    this.connecting = Objects.requireNonNull(connecting, "connecting");
    this.database = Objects.requireNonNull(database, "database");
    this.history = Objects.requireNonNull(history, "history");
  }

  /**
   * Talks with the terminal until somebody leaves. Where input is a pipe or a file, it runs what is in there.
   *
   * @return the exit code: 0, or 2 where the database cannot be reached
   */
  public int run() {
    try (Console console = SystemConsole.open(history)) {
      return run(console);
    }
  }

  int run(Console console) {
    try (ShellSession session = new ShellSession(connecting, database)) {
      return new Conversation(console, session).run();
    }
  }
}
