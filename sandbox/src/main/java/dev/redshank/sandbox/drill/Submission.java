package dev.redshank.sandbox.drill;

import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.text.SourceText;
import dev.redshank.sandbox.SandboxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A script that somebody submits: statements, and {@code \connect} to go to another database.
 *
 * @param steps in order
 */
public record Submission(List<Step> steps) {
  private static final Set<String> CONNECT = Set.of("\\connect", "\\c");

  public Submission {
    steps = List.copyOf(steps);
  }

  /** One thing that a script does. */
  public sealed interface Step permits Run, Connect {
    /** Where it stands, from 1. */
    int line();
  }

  /** A statement. */
  public record Run(int line, String sql) implements Step {}

  /** A change to another database. */
  public record Connect(int line, String database) implements Step {}

  /**
   * Reads a script.
   *
   * @param path as messages name it
   * @throws SandboxException where it holds commands of psql that are not understood, or nothing
   */
  public static Submission read(String path, String text) {
    SourceText source = SourceText.of(path, text);
    List<Step> steps = new ArrayList<>();
    for (SqlStatement statement : SqlScript.read(source).statements()) {
      int line = source.position(statement.span().start()).line();
      if (statement.tokens().is(0, TokenKind.PSQL_COMMAND)) {
        steps.add(connect(path, line, statement.tokens().sql().strip()));
      } else if (!statement.tokens().is(0, TokenKind.COPY_DATA)) {
        steps.add(new Run(line, statement.tokens().sql()));
      }
    }
    if (steps.isEmpty()) {
      throw new SandboxException(path + " holds no statement. Write SQL into it.");
    }
    return new Submission(steps);
  }

  private static Connect connect(String path, int line, String command) {
    String[] words = command.split("\\s+", 3);
    String name = words.length > 1 ? words[1].replaceAll("[\";]", "") : "";
    boolean more = words.length > 2 && !words[2].replaceAll("[;\\s]", "").isEmpty();
    if (!CONNECT.contains(words[0].toLowerCase(Locale.ROOT)) || name.isEmpty() || more) {
      throw new SandboxException(path + ":" + line + ": " + command
          + " is a command of psql that is not understood here; \\connect DATABASE is. Take it out,"
          + " or run the script with psql and ask for the score afterwards.");
    }
    return new Connect(line, name);
  }
}
