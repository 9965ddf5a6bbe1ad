package dev.redshank.cli;

import java.io.IOException;
import java.io.Writer;

/**
 * The log of a step in GitHub Actions. The runner obeys lines that begin with {@code ::} and whatever follows {@code ##[},
 * so names and SQL get there with these signs escaped; in JSON that is the same text.
 */
final class GithubLog extends Writer {
  private final Writer out;
  private boolean lineBegins = true;
  /** The signs written last that may begin a command. */
  private char last;

  private char beforeLast;

  GithubLog(Writer out) {
    this.out = out;
  }

  /** Whether standard output is such a log. */
  static boolean isHere(Console console) {
    return console.environment().getOrDefault("GITHUB_ACTIONS", "").equals("true");
  }

  @Override
  public void write(char[] buffer, int start, int length) throws IOException {
    int written = start;
    for (int i = start; i < start + length; i++) {
      char c = buffer[i];
      boolean command =
          (c == ':' && last == ':' && lineBegins) || (c == '[' && last == '#' && beforeLast == '#');
      if (command) {
        out.write(buffer, written, i - written);
        out.write(c == ':' ? "\\u003a" : "\\u005b");
        written = i + 1;
      }
      lineBegins = c == '\n' || c == '\r' || (lineBegins && (c <= ' ' || c > '~' || c == ':'));
      beforeLast = last;
      last = c;
    }
    out.write(buffer, written, start + length - written);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Ends with the process, as standard output does. */
  @Override
  public void close() throws IOException {
    out.flush();
  }
}
