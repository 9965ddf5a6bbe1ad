package dev.redshank.sandbox.drill.shell;

import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.SourceText;
import java.util.List;
import java.util.Optional;

/** What was typed and not yet done. It is cut by the linter's own lexer, as PostgreSQL would read it. */
final class StatementBuffer {
  private final StringBuilder text = new StringBuilder();
  /** Before it nothing ends; what comes later cannot change that. */
  private int looked;

  /** What can be done as soon as it is complete. */
  sealed interface Entry {
    /** A statement without its semicolon. */
    record Sql(String text, Tokens tokens) implements Entry {}

    /** A command from its backslash to the end of the line. */
    record Command(String text) implements Entry {}
  }

  void add(String line) {
    text.append(line).append('\n');
  }

  void clear() {
    text.setLength(0);
    looked = 0;
  }

  /**
   * Takes the first entry out. Only a semicolon or a backslash can end one, so only there is the text read up to that
   * place: what follows, such as a quote that is still open, has no say.
   */
  Optional<Entry> next() {
    while (looked < text.length()) {
      char c = text.charAt(looked);
      Optional<Entry> entry = c == ';' ? statement() : c == '\\' ? command() : Optional.empty();
      if (entry.isPresent()) {
        looked = 0;
        return entry;
      }
      looked++;
    }
    return Optional.empty();
  }

  private Optional<Entry> statement() {
    SourceText source = source(text.substring(0, looked + 1));
    Tokens tokens = SqlScript.tokens(source);
    if (!tokens.is(tokens.size() - 1, TokenKind.SEMICOLON) || isOpen(tokens)) {
      return Optional.empty();
    }
    if (tokens.size() == 1) {
      text.delete(0, looked + 1);
      looked = -1;
      return Optional.empty();
    }
    List<SqlStatement> statements = SqlScript.read(source).statements();
    Tokens statement = statements.get(0).tokens();
    if (statement.is(statement.size() - 1, TokenKind.SEMICOLON)) {
      return Optional.empty();
    }
    String sql = text.substring(0, looked).strip();
    text.delete(0, looked + 1);
    return Optional.of(new Entry.Sql(sql, statement));
  }

  private Optional<Entry> command() {
    int end = text.indexOf("\n", looked);
    Tokens tokens = SqlScript.tokens(source(text.substring(0, end)));
    int last = tokens.size() - 1;
    if (!tokens.is(last, TokenKind.PSQL_COMMAND)
        || tokens.contentStart(last) != looked
        || isOpen(tokens)) {
      return Optional.empty();
    }
    String command = text.substring(looked, end).strip();
    text.delete(looked, end);
    return Optional.of(new Entry.Command(command));
  }

  /** Takes the next line out, which is no statement but the data of one. */
  Optional<String> takeLine() {
    int end = text.indexOf("\n");
    if (end < 0) {
      return Optional.empty();
    }
    String line = text.substring(0, end);
    text.delete(0, end + 1);
    return Optional.of(line);
  }

  /** What is left when no more comes, with or without a semicolon. */
  Optional<Entry> rest() {
    String sql = text.toString().strip();
    Tokens tokens = SqlScript.tokens(source(sql));
    clear();
    return tokens.isEmpty() ? Optional.empty() : Optional.of(new Entry.Sql(sql, tokens));
  }

  /** What the prompt says about it: that a statement begins, goes on, or which quote is open. */
  char state() {
    Tokens tokens = SqlScript.tokens(source(text.toString()));
    if (tokens.isEmpty()) {
      return '=';
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, TokenKind.UNTERMINATED)) {
        return quote(tokens.text(i));
      }
    }
    return '-';
  }

  private static char quote(String opened) {
    if (opened.startsWith("/*")) {
      return '*';
    }
    String quote = opened.replaceFirst("(?s)^(?:[a-zA-Z]&?)?(.).*", "$1");
    return quote.charAt(0);
  }

  private static boolean isOpen(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, TokenKind.UNTERMINATED)) {
        return true;
      }
    }
    return false;
  }

  private static SourceText source(String sql) {
    return SourceText.of("", sql);
  }
}
