package dev.redshank.sandbox.drill.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Lines of a file or a pipe. */
record ReaderLines(BufferedReader reader) implements Lines {
  @Override
  public Input next(String prompt) {
    try {
      String line = reader.readLine();
      return line == null ? new Input.End() : new Input.Line(line);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public boolean typed() {
    return false;
  }
}
