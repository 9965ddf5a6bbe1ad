package dev.redshank.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Everything that a command sees of its surroundings, so that tests can bring their own. Results go to
 * {@link #out()}, everything else to {@link #err()}; both are UTF-8 whatever the locale is.
 *
 * @param environment the variables of the process
 * @param terminal whether {@code out} is a terminal
 * @param directory what relative paths are relative to
 * @param today the day of the run; asked only where a date is written, as Java's calendar takes time to load
 */
record Console(
    Writer out,
    Writer err,
    InputStream in,
    Map<String, String> environment,
    boolean terminal,
    Path directory,
    Supplier<LocalDate> today) {
  /** VTE (GNOME Terminal and its kin), Windows Terminal, kitty, Konsole, DomTerm. */
  private static final List<String> LINKING_VARIABLES =
      List.of("VTE_VERSION", "WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM");

  private static final List<String> LINKING_PROGRAMS =
      List.of("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby");
  private static final List<String> LINKING_TERMINALS =
      List.of("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "contour");

  /** Surroundings on the day that it is. */
  Console(
      Writer out,
      Writer err,
      InputStream in,
      Map<String, String> environment,
      boolean terminal,
      Path directory) {
    this(out, err, in, environment, terminal, directory, () -> LocalDate.now(ZoneOffset.UTC));
  }

  static Console ofProcess() {
    return new Console(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        System.in,
        System.getenv(),
        isTerminal(),
        Path.of("").toAbsolutePath());
  }

  private static Writer writer(FileDescriptor descriptor) {
    return new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), 1 << 16);
  }

  /** The launcher asks the terminal, as Java's own answer changed with version 22. */
  private static boolean isTerminal() {
    String told = System.getProperty("redshank.terminal", "");
    return told.isEmpty() ? System.console() != null : told.equals("true");
  }

  /** Whether the process's standard error is a terminal, which only the launcher can tell. */
  static boolean errorsToTerminal() {
    return System.getProperty("redshank.terminal.errors", "").equals("true");
  }

  /** Writes a line for people beside the results. */
  void say(String line) {
    draw(line + "\n");
  }

  /** Writes to standard error as it is, such as a line that changes. */
  void draw(String text) {
    try {
      err.write(text);
      err.flush();
    } catch (IOException nobodyListens) {
      throw new UncheckedIOException(nobodyListens);
    }
  }

  /**
   * What a command ends with when standard output takes no more. A reader that went away, as {@code head} does, is no
   * error of ours; a full disk has to be mended.
   */
  int cannotWrite(IOException failure) {
    String why = String.valueOf(failure.getMessage());
    if (why.toLowerCase(Locale.ROOT).contains("pipe")) {
      return ExitCode.CLEAN;
    }
    say("redshank: cannot write to standard output (" + why + ").");
    return ExitCode.USER;
  }

  /** Ends both streams. A reader that went away, as {@code head} does, is no error of ours. */
  void close() {
    try {
      out.close();
      err.close();
    } catch (IOException nobodyListens) {
      return;
    }
  }

  /** The terminal's width in columns, where somebody says it. */
  int width() {
    String columns = environment.getOrDefault("COLUMNS", "");
    if (columns.isEmpty()
        || columns.length() > 4
        || !columns.chars().allMatch(Character::isDigit)) {
      return 100;
    }
    return Integer.parseInt(columns);
  }

  /**
   * Whether colours are written.
   *
   * @param asked {@code auto}, {@code always} or {@code never}
   */
  boolean colour(String asked) {
    return switch (asked) {
      case "always" -> true;
      case "never" -> false;
      default ->
        terminal
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    };
  }

  /**
   * Whether the terminal opens links in text (OSC 8), by what it says of itself. {@code FORCE_HYPERLINK}
   * overrules, as in other tools; tmux and screen hide what is behind them.
   */
  boolean opensLinks() {
    String forced = environment.getOrDefault("FORCE_HYPERLINK", "");
    if (!forced.isEmpty()) {
      return !forced.equals("0");
    }
    if (!terminal || environment.containsKey("TMUX") || environment.containsKey("STY")) {
      return false;
    }
    return LINKING_VARIABLES.stream().anyMatch(environment::containsKey)
        || LINKING_PROGRAMS.contains(environment.getOrDefault("TERM_PROGRAM", ""))
        || LINKING_TERMINALS.contains(environment.getOrDefault("TERM", ""));
  }
}
