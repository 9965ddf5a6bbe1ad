package dev.redshank.sandbox.trace;

import dev.redshank.core.lint.RehearsedStatement;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.statement.BeginTransaction;
import dev.redshank.core.statement.CommitTransaction;
import dev.redshank.core.statement.Copy;
import dev.redshank.core.statement.FinishPrepared;
import dev.redshank.core.statement.PrepareTransaction;
import dev.redshank.core.statement.PsqlCommand;
import dev.redshank.core.statement.ReleaseSavepoint;
import dev.redshank.core.statement.RollbackToSavepoint;
import dev.redshank.core.statement.RollbackTransaction;
import dev.redshank.core.statement.Savepoint;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.text.SourceText;
import dev.redshank.sandbox.measure.SessionProbe.Sql;
import dev.redshank.sandbox.trace.TracedStatement.Skipped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What of a script goes to the server, and what is psql's own. */
final class Scripts {
  /** Commands of psql that change nothing but what psql shows, or how it goes on. */
  private static final Set<String> HARMLESS = Set.of(
      "echo",
      "qecho",
      "warn",
      "timing",
      "pset",
      "set",
      "unset",
      "encoding",
      "x",
      "t",
      "a",
      "q",
      "restrict",
      "unrestrict",
      "errverbose",
      "prompt",
      "h",
      "help",
      "dt",
      "d",
      "l");

  private Scripts() {}

  /** Also what must come before the first query of its transaction, so that nobody may look before. */
  static boolean controlsTransactions(RehearsedStatement rehearsed) {
    Statement statement = rehearsed.statement();
    return rehearsed.sql().tokens().areWords(0, "SET", "TRANSACTION")
        || statement instanceof BeginTransaction
        || statement instanceof CommitTransaction
        || statement instanceof RollbackTransaction
        || statement instanceof PrepareTransaction
        || statement instanceof FinishPrepared
        || statement instanceof Savepoint
        || statement instanceof ReleaseSavepoint
        || statement instanceof RollbackToSavepoint;
  }

  /** Why a statement is not sent to the server. */
  static Optional<Skipped> reasonToSkip(Statement statement) {
    if (!(statement instanceof PsqlCommand command)) {
      return Optional.empty();
    }
    String name = command.name().toLowerCase(Locale.ROOT);
    return Optional.of(
        HARMLESS.contains(name)
            ? new Skipped("a command of psql, which changes nothing here", false)
            : new Skipped(
                "a command of psql: \\" + name + " is not run here. Write its SQL into the file.",
                true));
  }

  /** The text for the server, and the lines of a {@code COPY … FROM stdin}. */
  static Sql sql(RehearsedStatement statement, SourceText source) {
    Tokens tokens = statement.sql().tokens();
    boolean copiesIn = statement.statement() instanceof Copy copy && copy.from();
    if (!copiesIn || !hasWord(tokens, "stdin")) {
      return Sql.of(tokens.sql());
    }
    String behind = source
        .file()
        .substring(statement.sql().span().end(), statement.sql().extent().end());
    return new Sql(tokens.sql(), Optional.of(data(behind)));
  }

  private static boolean hasWord(Tokens tokens, String word) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i, word)) {
        return true;
      }
    }
    return false;
  }

  /** The lines between the statement's own and the one with {@code \\.}; none without that one. */
  private static String data(String behind) {
    int start = behind.indexOf('\n') + 1;
    StringBuilder data = new StringBuilder();
    for (String line : behind.substring(start).split("\r?\n", -1)) {
      if (line.equals("\\.")) {
        return data.toString();
      }
      data.append(line).append('\n');
    }
    return "";
  }
}
