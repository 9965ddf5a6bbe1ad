package dev.redshank.sandbox.drill.shell;

import dev.redshank.core.report.Printable;
import dev.redshank.core.sql.Tokens;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.postgresql.core.BaseConnection;

/** The lines that a COPY takes from a script, or hands out. The driver wants them apart from statements. */
final class CopyData {
  private static final String END = "\\.";

  private CopyData() {}

  static boolean comesIn(Tokens tokens) {
    return isCopy(tokens, "FROM", "STDIN");
  }

  static boolean goesOut(Tokens tokens) {
    return isCopy(tokens, "TO", "STDOUT");
  }

  private static boolean isCopy(Tokens tokens, String direction, String end) {
    return tokens.isWord(0, "COPY")
        && IntStream.range(1, tokens.size()).anyMatch(i -> tokens.areWords(i, direction, end));
  }

  /** Reads up to the line that ends the data; nothing where somebody changes their mind. */
  static Optional<String> read(Supplier<Input> lines) {
    StringBuilder data = new StringBuilder();
    Input next = lines.get();
    while (next instanceof Input.Line line && !line.text().equals(END)) {
      data.append(line.text()).append('\n');
      next = lines.get();
    }
    return next instanceof Input.Abandoned ? Optional.empty() : Optional.of(data.toString());
  }

  /** Sends data; the tag of the command. */
  static String in(BaseConnection connection, String sql, String data) throws SQLException {
    try {
      return "COPY " + new CopyManager(connection).copyIn(sql, new StringReader(data));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Prints each line as it comes. */
  static void out(BaseConnection connection, String sql, Consumer<String> print)
      throws SQLException {
    CopyOut copying = new CopyManager(connection).copyOut(sql);
    byte[] line = copying.readFromCopy();
    while (line != null) {
      print.accept(Printable.of(new String(line, StandardCharsets.UTF_8).stripTrailing()));
      line = copying.readFromCopy();
    }
  }
}
