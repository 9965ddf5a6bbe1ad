package dev.redshank.sandbox.drill.shell;

import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The console of this process. */
final class SystemConsole {
  private SystemConsole() {}

  /** The terminal if there is one; nothing of JLine is loaded otherwise. */
  static Console open(Path history) {
    boolean terminal = isTerminal();
    return (terminal ? TerminalConsole.ofSystem(history) : Optional.<Console>empty())
        .orElseGet(() -> plain(terminal));
  }

  /** From JDK 22 to 24 there is a console for pipes too, and a method of its own that tells. */
  private static boolean isTerminal() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException older) {
      return true;
    }
  }

  private static Console plain(boolean typed) {
    Charset charset = Optional.ofNullable(System.console())
        .filter(console -> typed)
        .map(java.io.Console::charset)
        .orElse(StandardCharsets.UTF_8);
    return new PlainConsole(
        new InputStreamReader(System.in, charset),
        new OutputStreamWriter(System.out, charset),
        typed);
  }
}
