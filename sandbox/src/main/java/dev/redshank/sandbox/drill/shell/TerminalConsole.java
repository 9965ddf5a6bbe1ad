package dev.redshank.sandbox.drill.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A terminal: lines can be edited, Ctrl-C is heard. */
final class TerminalConsole implements Console {
  /** JLine tells its troubles there; whoever types SQL can do nothing about them. */
  private static final Logger JLINE = Logger.getLogger("org.jline");

  private final Terminal terminal;
  private final DefaultHistory history = new DefaultHistory();
  private final LineReader reader;
  private Supplier<List<String>> words = List::of;

  TerminalConsole(Terminal terminal, Path historyFile) {
    JLINE.setLevel(Level.OFF);
    this.terminal = terminal;
    // The shell's own lexer decides where a statement ends, so a line is a line.
    DefaultParser parser = new DefaultParser();
    parser.setEscapeChars(new char[0]);
    parser.setQuoteChars(new char[0]);
    this.reader = LineReaderBuilder.builder()
        .terminal(terminal)
        .appName("redshank")
        .parser(parser)
        .history(history)
        .completer((line, parsed, candidates) -> complete(parsed, candidates))
        // Exclamation marks are SQL.
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.HISTORY_INCREMENTAL, false)
        .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
        // What is kept is a statement, which may have several lines.
        .variable(LineReader.DISABLE_HISTORY, true)
        .build();
    keepHistory(historyFile);
  }

  /** The terminal of this process, if it is one that JLine can handle without native code. */
  static Optional<Console> ofSystem(Path history) {
    JLINE.setLevel(Level.OFF);
    try {
      Terminal terminal = TerminalBuilder.builder()
          .system(true)
          .systemOutput(TerminalBuilder.SystemOutput.SysOut)
          .jni(false)
          .ffm(false)
          .exec(true)
          .dumb(false)
          // Asking the terminal for it leaves the answer on the screen of one that answers late.
          .graphemeCluster(false)
          .build();
      if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
        // JLine hears no Ctrl-C there.
        terminal.close();
        return Optional.empty();
      }
      return Optional.of(new TerminalConsole(terminal, history));
    } catch (IOException | IllegalStateException none) {
      return Optional.empty();
    }
  }

  /** What was typed may hold secrets, so the file is the user's alone; one that cannot be written is done without. */
  private void keepHistory(Path file) {
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      if (!Files.exists(file)) {
        Files.createFile(file);
        file.toFile().setReadable(false, false);
        file.toFile().setReadable(true, true);
      }
      if (Files.isRegularFile(file) && Files.isWritable(file)) {
        reader.setVariable(LineReader.HISTORY_FILE, file);
        history.attach(reader);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException unusable) {
      reader.getVariables().remove(LineReader.HISTORY_FILE);
    }
  }

  private void complete(ParsedLine line, List<Candidate> candidates) {
    if (line.word().startsWith("\\")) {
      Commands.NAMES.forEach(name -> candidates.add(new Candidate(name)));
    } else {
      words.get().forEach(name -> candidates.add(new Candidate(name)));
    }
  }

  @Override
  public Input next(String prompt) {
    try {
      // JLine takes a percent sign for the begin of a pattern.
      return new Input.Line(reader.readLine(prompt.replace("%", "%%")));
    } catch (UserInterruptException interrupted) {
      return new Input.Abandoned();
    } catch (EndOfFileException end) {
      return new Input.End();
    }
  }

  @Override
  public boolean typed() {
    return true;
  }

  @Override
  public void print(String text) {
    terminal.writer().println(text);
    terminal.flush();
  }

  @Override
  public int width() {
    return terminal.getWidth() > 0 ? terminal.getWidth() : UNLIMITED;
  }

  @Override
  public void onInterrupt(Runnable action) {
    terminal.handle(Terminal.Signal.INT, signal -> action.run());
  }

  @Override
  public void completing(Supplier<List<String>> words) {
    this.words = words;
  }

  @Override
  public void remember(String entry) {
    reader.setVariable(LineReader.DISABLE_HISTORY, false);
    history.add(entry);
    reader.setVariable(LineReader.DISABLE_HISTORY, true);
    try {
      history.save();
    } catch (IOException | UncheckedIOException unwritable) {
      reader.getVariables().remove(LineReader.HISTORY_FILE);
    }
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException gone) {
      // Nothing is left to be closed.
    }
  }
}
