package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads the body of a routine in SQL: statements with semicolons in between, or one expression. */
final class SqlBody {
  private SqlBody() {}

  static RoutineBody read(Tokens tokens, BodyContext context) {
    List<RoutineBody.Step> steps = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i == tokens.size() || tokens.is(i, TokenKind.SEMICOLON)) {
        if (i > start) {
          steps.add(step(tokens.slice(start, i), context));
        }
        start = i + 1;
      }
    }
    return new RoutineBody(steps, span(tokens));
  }

  /** The place of a body, which may be empty. */
  static Span span(Tokens tokens) {
    return tokens.isEmpty()
        ? tokens.source().toFile(0, tokens.source().content().length())
        : tokens.span();
  }

  /** RETURN with an expression is a SELECT of it. */
  private static RoutineBody.Step step(Tokens statement, BodyContext context) {
    Statement read = statement.isWord(0, "RETURN")
        ? SelectReader.select(statement)
        : EmbeddedStatements.read(statement, context);
    return new RoutineBody.Run(read, statement.span());
  }
}
