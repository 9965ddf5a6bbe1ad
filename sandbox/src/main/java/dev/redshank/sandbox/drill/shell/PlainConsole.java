package dev.redshank.sandbox.drill.shell;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.function.Supplier;

/** Pipes, or a terminal that nothing is known about: no escape sequences, and lines of any length. */
final class PlainConsole implements Console {
  private final ReaderLines lines;
  private final PrintWriter out;
  private final boolean typed;

  /**
   * @param typed whether somebody waits for a prompt
   */
  PlainConsole(Reader in, Writer out, boolean typed) {
    this.lines = new ReaderLines(new BufferedReader(in));
    this.out = new PrintWriter(out);
    this.typed = typed;
  }

  @Override
  public Input next(String prompt) {
    if (typed) {
      out.print(prompt);
      out.flush();
    }
    return lines.next(prompt);
  }

  @Override
  public boolean typed() {
    return typed;
  }

  @Override
  public void print(String text) {
    out.print(text + "\n");
    out.flush();
  }

  @Override
  public int width() {
    return UNLIMITED;
  }

  /** Whoever cannot be asked again is ended by Ctrl-C, as any program is. */
  @Override
  public void onInterrupt(Runnable action) {}

  @Override
  public void completing(Supplier<List<String>> words) {}

  @Override
  public void remember(String entry) {}

  @Override
  public void close() {
    out.flush();
  }
}
