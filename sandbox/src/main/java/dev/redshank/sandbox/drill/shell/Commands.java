package dev.redshank.sandbox.drill.shell;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The commands that begin with a backslash. */
final class Commands {
  static final List<String> NAMES = List.of(
      "\\?",
      "\\c",
      "\\connect",
      "\\d",
      "\\di",
      "\\dt",
      "\\du",
      "\\i",
      "\\l",
      "\\q",
      "\\timing",
      "\\x");

  private static final String LIST = """
      \\c DATABASE       connect to another database
      \\d                tables, views and sequences
      \\d NAME           columns, indexes, constraints and triggers
      \\dt, \\di          tables, indexes; a name or a pattern such as ord* may follow
      \\l, \\du           databases, roles
      \\x                each value on a line of its own, in full
      \\timing           how long statements take
      \\i FILE           run the statements of a file
      \\q                quit (as does Ctrl-D)
      Ctrl-C stops a statement. A semicolon ends it. Of a result, 1,000 rows are shown; no more
      than 10,001 are fetched.""";

  /** What commands change. */
  interface Shell {
    void print(String text);

    void show(Rows rows);

    void run(String file);

    int width();

    Display display();
  }

  private final ShellSession session;
  private final Running running;
  private final Shell shell;

  Commands(ShellSession session, Running running, Shell shell) {
    this.session = session;
    this.running = running;
    this.shell = shell;
  }

  /** Does what a command says; false if it says to leave. */
  boolean perform(String line) throws SQLException {
    String[] words = line.split("\\s+", 2);
    String command = words[0].replaceFirst(";+$", "");
    String rest = words.length < 2 ? "" : words[1].strip();
    String argument = rest.replaceFirst("\\s*;+$", "");
    switch (command) {
      case "\\q" -> {
        return false;
      }
      case "\\?", "\\h", "\\help" -> shell.print(LIST);
      case "\\x" -> shell.print(shell.display().expand(argument));
      case "\\timing" -> shell.print(shell.display().time(argument));
      case "\\i" -> file(rest);
      case "\\c", "\\connect" -> connect(argument);
      default -> catalog(command, argument);
    }
    return true;
  }

  private void file(String argument) {
    if (argument.isEmpty()) {
      shell.print("\\i wants the name of a file.");
    } else {
      shell.run(unquoted(argument));
    }
  }

  private static String unquoted(String argument) {
    return argument.replaceFirst("^(['\"])(.*)\\1$", "$2");
  }

  private void connect(String argument) throws SQLException {
    if (!argument.isEmpty()) {
      try {
        session.moveTo(unquoted(argument));
      } catch (SQLException refused) {
        ServerWords.of(refused, "").forEach(shell::print);
        shell.print("You are still connected to database \"%s\"."
            .formatted(CellText.line(session.database())));
        return;
      }
    }
    shell.print("You are now connected to database \"%s\" as user \"%s\"."
        .formatted(CellText.line(session.database()), CellText.line(session.user())));
  }

  /** The plus sign of psql asks for more than there is. */
  private void catalog(String name, String argument) throws SQLException {
    String command = name.replaceFirst("(?<=\\w)\\+$", "");
    if (!NAMES.contains(command)) {
      shell.print("Unknown command %s: \\? lists the commands.".formatted(CellText.line(name)));
      return;
    }
    Optional<NamePattern> pattern =
        argument.isEmpty() ? Optional.empty() : Optional.of(NamePattern.of(argument));
    running.begin(session.connection());
    try {
      CatalogReading catalog = new CatalogReading(session.connection());
      CatalogLists lists = new CatalogLists(catalog);
      switch (command) {
        case "\\d" -> {
          if (pattern.isPresent()) {
            describe(catalog, pattern.get(), argument);
          } else {
            list(lists.relations(pattern));
          }
        }
        case "\\dt" -> list(lists.tables(pattern));
        case "\\di" -> list(lists.indexes(pattern));
        case "\\l" -> list(lists.databases());
        default -> list(lists.roles());
      }
    } finally {
      running.end();
    }
  }

  private void list(Rows rows) {
    if (rows.rows().isEmpty()) {
      shell.print("There are none.");
    } else {
      shell.show(rows);
    }
  }

  private void describe(CatalogReading catalog, NamePattern name, String argument)
      throws SQLException {
    List<String> lines = Description.of(catalog, name, shell.width());
    if (lines.isEmpty()) {
      shell.print("There is no relation named %s.".formatted(CellText.line(argument)));
    }
    lines.forEach(shell::print);
  }
}
