package dev.redshank.sandbox.drill.shell;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.jdbc.PreferQueryMode;

/** Sends statements as they are written, and asks for no more rows than there is room for. */
final class Asking {
  private static final Set<String> QUERIES =
      Set.of("SELECT", "VALUES", "TABLE", "WITH", "FETCH", "EXECUTE");

  private static final int FLAGS = QueryExecutor.QUERY_ONESHOT
      | QueryExecutor.QUERY_SUPPRESS_BEGIN
      | QueryExecutor.QUERY_NO_BINARY_TRANSFER
      | QueryExecutor.QUERY_BOTH_ROWS_AND_STATUS;

  private final Consumer<SQLWarning> notices;

  Asking(Consumer<SQLWarning> notices) {
    this.notices = notices;
  }

  /** Runs one statement. */
  List<Answer.Part> ask(BaseConnection connection, String sql, Tokens tokens) throws SQLException {
    QueryExecutor executor = connection.getQueryExecutor();
    PreferQueryMode usual = executor.getPreferQueryMode();
    boolean limited = mayReturnMany(tokens);
    if (limited) {
      // Only the extended protocol knows a limit: in the simple one, all rows come and are kept.
      executor.setPreferQueryMode(PreferQueryMode.EXTENDED);
    }
    try {
      Answer answer = new Answer(connection.getEncoding(), notices);
      Query query = connection.createQuery(sql, false, false).query;
      executor.execute(query, null, answer, limited ? Rows.FETCHED + 1 : 0, 0, FLAGS);
      return answer.parts();
    } finally {
      executor.setPreferQueryMode(usual);
    }
  }

  /**
   * A query that locks its rows is not stopped half-way, as it would lock the first of them only. One with a parameter is
   * for the server to refuse.
   */
  private static boolean mayReturnMany(Tokens tokens) {
    boolean query = tokens.is(0, TokenKind.OPEN)
        || QUERIES.stream().anyMatch(word -> tokens.isWord(0, word))
        || anyMatch(tokens, i -> tokens.isWord(i, "RETURNING"));
    return query && !anyMatch(tokens, i -> tokens.is(i, TokenKind.PARAMETER) || locks(tokens, i));
  }

  private static boolean locks(Tokens tokens, int at) {
    return tokens.isWord(at, "FOR")
        && (tokens.isWord(at + 1, "UPDATE")
            || tokens.isWord(at + 1, "SHARE")
            || tokens.areWords(at + 1, "NO", "KEY", "UPDATE")
            || tokens.areWords(at + 1, "KEY", "SHARE"));
  }

  private static boolean anyMatch(Tokens tokens, IntPredicate claim) {
    return IntStream.range(0, tokens.size()).anyMatch(claim);
  }
}
