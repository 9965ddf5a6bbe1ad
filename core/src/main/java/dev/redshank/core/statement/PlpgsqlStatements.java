package dev.redshank.core.statement;

import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.statement.RoutineBody.DynamicSql;
import dev.redshank.core.statement.RoutineBody.EndTransaction;
import dev.redshank.core.statement.RoutineBody.Other;
import dev.redshank.core.statement.RoutineBody.Run;
import dev.redshank.core.statement.RoutineBody.Step;
import dev.redshank.core.statement.RoutineBody.Unread;
import dev.redshank.core.text.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the statements of PL/pgSQL that hold no others. */
final class PlpgsqlStatements {
  private final BodyContext context;

  PlpgsqlStatements(BodyContext context) {
    this.context = context;
  }

  /** Reads one statement, given without its semicolon. */
  void read(Tokens statement, List<Step> out) {
    if (statement.isEmpty()) {
      return;
    }
    String word = statement.is(0, TokenKind.WORD) ? statement.text(0).toUpperCase(Locale.ROOT) : "";
    if (isAssignment(statement)) {
      expression(statement, out);
      return;
    }
    switch (word) {
      case "PERFORM" -> perform(statement, out);
      case "EXECUTE" -> execute(statement.slice(1, statement.size()), out);
      case "RETURN" -> returned(statement, out);
      case "COMMIT", "ROLLBACK" ->
        out.add(new EndTransaction(word.equals("COMMIT"), statement.span()));
      case "RAISE", "ASSERT", "GET", "EXIT", "CONTINUE", "FETCH", "MOVE", "CLOSE" ->
        expression(statement, out);
      case "NULL" -> out.add(new Other(statement.span()));
      case "OPEN" -> opened(statement, out);
      default -> out.add(new Run(EmbeddedStatements.read(statement, context), statement.span()));
    }
  }

  /** Something that may read tables in a subquery: then it is a query that runs. */
  void reads(Tokens expression, List<Step> out) {
    if (expression.isEmpty()) {
      return;
    }
    Query query = QueryReader.read(expression);
    if (!query.reads().isEmpty()) {
      out.add(new Run(new Select(query, expression.span()), expression.span()));
    }
  }

  /** What a FOR walks. */
  void walked(Tokens source, List<Step> out) {
    if (source.isWord(0, "EXECUTE")) {
      execute(source.slice(1, source.size()), out);
      return;
    }
    TokenCursor cursor = new TokenCursor(source);
    boolean query = DmlReader.begins(cursor) && !isIntegerRange(source);
    if (query || cursor.atAny("SHOW", "EXPLAIN")) {
      out.add(new Run(EmbeddedStatements.read(source, context), source.span()));
    } else {
      reads(source, out);
    }
  }

  private static boolean isIntegerRange(Tokens source) {
    int depth = 0;
    for (int i = 0; i < source.size(); i++) {
      if (source.is(i, TokenKind.OPEN)) {
        depth++;
      } else if (source.is(i, TokenKind.CLOSE)) {
        depth--;
      } else if (depth == 0 && source.isOperator(i, "..")) {
        return true;
      }
    }
    return false;
  }

  private void expression(Tokens statement, List<Step> out) {
    int before = out.size();
    reads(statement, out);
    if (out.size() == before) {
      out.add(new Other(statement.span()));
    }
  }

  private static boolean isAssignment(Tokens statement) {
    int i = 1;
    boolean target = statement.is(0, TokenKind.WORD)
        || statement.is(0, TokenKind.QUOTED_NAME)
        || statement.is(0, TokenKind.PARAMETER);
    while (target && (statement.is(i, TokenKind.DOT) || statement.is(i, TokenKind.OPEN_BRACKET))) {
      i = statement.is(i, TokenKind.DOT) ? i + 2 : statement.afterMatching(i);
    }
    return target && (statement.isOperator(i, ":=") || statement.isOperator(i, "="));
  }

  private void perform(Tokens statement, List<Step> out) {
    Optional<SetSetting> setting = SelectReader.setConfig(statement);
    Statement run = setting.isPresent() ? setting.get() : SelectReader.select(statement);
    out.add(new Run(run, statement.span()));
  }

  private void returned(Tokens statement, List<Step> out) {
    if (!statement.isWord(1, "QUERY")) {
      expression(statement, out);
      return;
    }
    Tokens query = statement.slice(2, statement.size());
    if (query.isWord(0, "EXECUTE")) {
      execute(query.slice(1, query.size()), out);
    } else if (query.isEmpty()) {
      out.add(new Unread("nothing follows RETURN QUERY", statement.span()));
    } else {
      out.add(new Run(EmbeddedStatements.read(query, context), query.span()));
    }
  }

  /** {@code OPEN c FOR query} or {@code OPEN c FOR EXECUTE …}; a bound cursor has its query in DECLARE. */
  private void opened(Tokens statement, List<Step> out) {
    for (int i = 1; i + 1 < statement.size(); i++) {
      if (statement.isWord(i, "FOR")) {
        walked(statement.slice(i + 1, statement.size()), out);
        return;
      }
    }
    out.add(new Other(statement.span()));
  }

  /** EXECUTE runs the statements in its string, if that is a constant. */
  private void execute(Tokens arguments, List<Step> out) {
    int end = 0;
    int depth = 0;
    while (end < arguments.size()
        && (depth > 0 || !(arguments.isWord(end, "INTO") || arguments.isWord(end, "USING")))) {
      depth += arguments.is(end, TokenKind.OPEN) ? 1 : 0;
      depth -= arguments.is(end, TokenKind.CLOSE) ? 1 : 0;
      end++;
    }
    if (end == 0) {
      return;
    }
    Tokens expression = arguments.slice(0, end);
    Optional<SourceText> text = ConstantText.of(expression);
    if (text.isEmpty()) {
      out.add(new DynamicSql(expression.span()));
      return;
    }
    for (SqlStatement statement : SqlScript.read(text.get()).statements()) {
      out.add(new Run(EmbeddedStatements.read(statement.tokens(), executed()), statement.span()));
    }
  }

  /** The string of EXECUTE sees no variables of the body: values come by USING. */
  private BodyContext executed() {
    return new BodyContext(Set.of(), context.depth() + 1);
  }
}
