package dev.redshank.core.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Escapes in JSON what Jackson leaves as it is and a terminal obeys: control characters beyond ASCII, and those that
 * change the direction of writing. In JSON they stand in strings only.
 */
final class VisibleControls extends Writer {
  private final Writer out;

  VisibleControls(Writer out) {
    this.out = out;
  }

  @Override
  public void write(char[] buffer, int start, int length) throws IOException {
    int written = start;
    for (int i = start; i < start + length; i++) {
      if (buffer[i] > '~' && Printable.isHarmfulBeyondAscii(buffer[i])) {
        out.write(buffer, written, i - written);
        out.write(String.format(Locale.ROOT, "\\u%04x", (int) buffer[i]));
        written = i + 1;
      }
    }
    out.write(buffer, written, start + length - written);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
