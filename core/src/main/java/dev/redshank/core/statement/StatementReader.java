package dev.redshank.core.statement;

import dev.redshank.core.sql.SqlStatement;
import dev.redshank.core.sql.Tokens;

/** Turns tokens into statements. It never throws: what it does not know is {@link Unrecognized}. */
public final class StatementReader {
  /** What {@code statement} says. */
  public Statement read(SqlStatement statement) {
    return read(statement.tokens());
  }

  /** What tokens say that hold one statement without its semicolon; there must be one. */
  static Statement read(Tokens tokens) {
    TokenCursor cursor = new TokenCursor(tokens);
    try {
      return dispatch(cursor);
    } catch (UnexpectedToken problem) {
      return new Unrecognized(problem.reason(), cursor.namedObjects(), tokens.span());
    }
  }

  private static Statement dispatch(TokenCursor cursor) {
    return switch (cursor.word()) {
      case "CREATE" -> create(cursor);
      case "ALTER" -> alter(cursor);
      default -> OtherWords.read(cursor);
    };
  }

  private static Statement create(TokenCursor cursor) {
    return CreateOther.read(cursor);
  }

  private static Statement alter(TokenCursor cursor) {
    return AlterOther.read(cursor);
  }
}
