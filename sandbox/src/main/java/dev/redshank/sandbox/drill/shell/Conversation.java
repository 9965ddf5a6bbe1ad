package dev.redshank.sandbox.drill.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.core.BaseConnection;

/** Reads statements and commands from a console, does them and shows what comes of it. */
final class Conversation implements Commands.Shell {
  /** A file that runs itself would go on until the stack is full. */
  private static final int DEEPEST = 16;

  private static final int UNREACHABLE = 2;

  /** What psql tells beside the rows of a result. */
  private static final Set<String> TOLD = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");

  private final Console console;
  private final ShellSession session;
  private final Running running = new Running();
  private final Display display = new Display();
  private final Commands commands;
  private final Asking asking;
  private int depth;

  Conversation(Console console, ShellSession session) {
    this.console = console;
    this.session = session;
    this.commands = new Commands(session, running, this);
    this.asking = new Asking(notice -> ServerWords.of(notice).forEach(console::print));
  }

  /** Talks until somebody leaves; the exit code. */
  int run() {
    try {
      session.connection();
    } catch (SQLException unreachable) {
      ServerWords.of(unreachable, "").forEach(console::print);
      return UNREACHABLE;
    }
    console.onInterrupt(running::interrupt);
    console.completing(this::words);
    if (console.typed()) {
      console.print("Statements end with a semicolon. \\? lists the commands, \\q quits.");
    }
    read(new Source(console));
    return 0;
  }

  private List<String> words() {
    try {
      return new CatalogLists(new CatalogReading(session.connection())).names();
    } catch (SQLException unknown) {
      return List.of();
    }
  }

  private void read(Source source) {
    boolean goesOn = true;
    while (goesOn) {
      if (source.typed()) {
        running.forget();
      }
      goesOn = take(source.next(session), source);
    }
  }

  /** Does what somebody typed; false if it was the last. */
  private boolean take(Input input, Source source) {
    if (input instanceof Input.End) {
      rest(source);
      return false;
    }
    if (!(input instanceof Input.Line line)) {
      source.clear();
      return true;
    }
    if (leaves(line.text().strip(), source)) {
      return false;
    }
    source.add(line.text());
    boolean goesOn = perform(source);
    source.rememberIn(console);
    return goesOn;
  }

  /** Somebody who types this without a backslash wants out, as psql understands it. */
  private static boolean leaves(String line, Source source) {
    return source.typed() && source.isAtStart() && Set.of("quit", "exit").contains(line);
  }

  /** In a file, the last statement needs no semicolon. */
  private void rest(Source source) {
    if (!source.typed() && !running.isInterrupted()) {
      source.buffer().rest().ifPresent(entry -> perform(entry, source));
    }
  }

  private boolean perform(Source source) {
    Optional<StatementBuffer.Entry> entry = source.buffer().next();
    while (entry.isPresent()) {
      if (!perform(entry.get(), source)) {
        return false;
      }
      if (running.isInterrupted()) {
        source.buffer().clear();
        return source.typed();
      }
      entry = source.buffer().next();
    }
    return true;
  }

  private boolean perform(StatementBuffer.Entry entry, Source source) {
    if (entry instanceof StatementBuffer.Entry.Command command) {
      return command(command.text());
    }
    if (entry instanceof StatementBuffer.Entry.Sql sql) {
      statement(sql.text(), work(sql, source));
    }
    return true;
  }

  /** What is done on the connection. */
  private interface Work {
    void on(BaseConnection connection) throws SQLException;
  }

  private Work work(StatementBuffer.Entry.Sql sql, Source source) {
    if (CopyData.comesIn(sql.tokens())) {
      return copyIn(sql.text(), source);
    }
    if (CopyData.goesOut(sql.tokens())) {
      return connection -> CopyData.out(connection, sql.text(), this::print);
    }
    return connection -> show(asking.ask(connection, sql.text(), sql.tokens()));
  }

  /** The data is read even if the statement is refused: it is no SQL in any case. */
  private Work copyIn(String sql, Source source) {
    source.buffer().takeLine();
    Optional<String> data = CopyData.read(source::nextOfData);
    return connection -> {
      if (data.isPresent()) {
        print(CopyData.in(connection, sql, data.get()));
      }
    };
  }

  private boolean command(String text) {
    try {
      return commands.perform(text);
    } catch (SQLException failure) {
      tell(failure, "");
      return true;
    }
  }

  private void statement(String sql, Work work) {
    long start = System.nanoTime();
    Optional<SQLException> failure = Optional.empty();
    try {
      BaseConnection connection = session.connection();
      running.begin(connection);
      work.on(connection);
    } catch (SQLException failed) {
      failure = Optional.of(failed);
    } finally {
      running.end();
    }
    long nanos = System.nanoTime() - start;
    failure.ifPresent(failed -> tell(failed, sql));
    if (display.timing()) {
      print(Display.milliseconds(nanos));
    }
  }

  private void show(List<Answer.Part> parts) {
    boolean rows = false;
    for (Answer.Part part : parts) {
      if (part instanceof Answer.Part.Table table) {
        show(table.rows());
        rows = true;
      } else if (part instanceof Answer.Part.Tag tag) {
        if (!rows || TOLD.contains(tag.text().split(" ", 2)[0])) {
          print(CellText.line(tag.text()));
        }
        rows = false;
      }
    }
  }

  private void tell(SQLException failure, String sql) {
    ServerWords.of(failure, sql).forEach(console::print);
    if (session.isLostBy(failure)) {
      session.close();
      print("The connection to the server was lost.");
      reconnect();
    }
  }

  private void reconnect() {
    String database = CellText.line(session.database());
    try {
      session.connection();
      print("There is a new one to database \"%s\"; what was set or begun is gone."
          .formatted(database));
    } catch (SQLException unreachable) {
      ServerWords.of(unreachable, "").forEach(console::print);
      print("The next statement tries to connect to database \"%s\" again.".formatted(database));
    }
  }

  @Override
  public void print(String text) {
    console.print(text);
  }

  @Override
  public void show(Rows rows) {
    console.print(String.join("\n", display.lines(rows, console.width())));
  }

  @Override
  public int width() {
    return console.width();
  }

  @Override
  public Display display() {
    return display;
  }

  @Override
  public void run(String file) {
    if (depth >= DEEPEST) {
      print("%s is not run: files run each other %d deep already."
          .formatted(CellText.line(file), DEEPEST));
      return;
    }
    depth++;
    try (BufferedReader reader = Files.newBufferedReader(Path.of(file))) {
      read(new Source(new ReaderLines(reader)));
    } catch (IOException | UncheckedIOException | InvalidPathException unreadable) {
      print("Cannot read %s: %s.".formatted(CellText.line(file), reason(unreadable)));
    } finally {
      depth--;
    }
  }

  private static String reason(Exception unreadable) {
    if (unreadable instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (unreadable.getCause() instanceof CharacterCodingException) {
      return "it is no UTF-8 text";
    }
    return CellText.line(String.valueOf(unreadable.getMessage()));
  }
}
