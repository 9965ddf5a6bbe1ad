package dev.redshank.core.statement;

import dev.redshank.core.sql.Tokens;
import java.util.List;
import java.util.Set;

/** Reads a statement that stands in a body, with what the body knows around it. */
final class EmbeddedStatements {
  private EmbeddedStatements() {}

  static Statement read(Tokens tokens, BodyContext context) {
    TokenCursor cursor = new TokenCursor(tokens);
    try {
      return read(cursor, context);
    } catch (UnexpectedToken problem) {
      return new Unrecognized(problem.reason(), cursor.namedObjects(), tokens.span());
    }
  }

  private static Statement read(TokenCursor cursor, BodyContext context) {
    boolean routine = RoutineReader.beginsRoutine(cursor);
    if (routine || cursor.at("DO")) {
      BodyContext inner = new BodyContext(Set.of(), context.depth() + 1);
      if (inner.tooDeep()) {
        return new Unrecognized(
            "bodies inside bodies more than 100 deep", List.of(), cursor.statementSpan());
      }
      return routine ? routine(cursor, inner) : RoutineReader.doBlock(cursor, inner);
    }
    return DmlReader.begins(cursor)
        ? DmlReader.readInBody(cursor, context.variables())
        : StatementReader.read(cursor.tokens());
  }

  private static Statement routine(TokenCursor cursor, BodyContext inner) {
    cursor.expect("CREATE");
    return RoutineReader.create(cursor, cursor.accept("OR", "REPLACE"), inner);
  }
}
