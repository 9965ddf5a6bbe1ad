package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads ALTER of tables, foreign tables, indexes, views and materialized views, whose actions overlap. One that is not understood
 * does not hide those beside it.
 */
final class AlterTableReader {
  private AlterTableReader() {}

  /** Reads a statement whose cursor stands behind ALTER and the words of {@code target}. */
  static Statement read(ObjectKind target, TokenCursor cursor) {
    if (cursor.accept("ALL", "IN", "TABLESPACE")) {
      return inTablespace(target, cursor);
    }
    boolean ifExists = cursor.accept("IF", "EXISTS");
    boolean only = cursor.accept("ONLY");
    boolean inBrackets = only && cursor.at(TokenKind.OPEN);
    ObjectName table = inBrackets
        ? cursor.brackets("the name of a table").name("the name of a table")
        : cursor.name("the name of " + article(target));
    cursor.acceptOperator("*");
    List<AlterAction> actions = actions(cursor);
    return new AlterTable(target, table, ifExists, only, actions, cursor.statementSpan());
  }

  private static List<AlterAction> actions(TokenCursor cursor) {
    if (cursor.atEnd()) {
      throw cursor.unexpected("what to alter");
    }
    List<AlterAction> actions = new ArrayList<>();
    do {
      int start = cursor.position();
      TokenCursor part = cursor.untilComma();
      actions.add(action(part, start));
    } while (cursor.accept(TokenKind.COMMA));
    return actions;
  }

  private static AlterAction action(TokenCursor part, int start) {
    int end = part.limit();
    try {
      AlterAction action = AlterActionReader.read(part);
      part.expectEnd();
      return action;
    } catch (UnexpectedToken problem) {
      part.reset(end);
      // An empty action has the place of what stands where it is missing.
      int first = Math.min(start, part.tokens().size() - 1);
      return new AlterAction.UnreadAction(problem.reason(), part.spanFrom(first));
    }
  }

  private static Statement inTablespace(ObjectKind target, TokenCursor cursor) {
    cursor.identifier("the name of a tablespace");
    if (cursor.accept("OWNED", "BY")) {
      do {
        cursor.label("the name of a role");
      } while (cursor.accept(TokenKind.COMMA));
    }
    cursor.expect("SET", "TABLESPACE");
    cursor.identifier("the name of a tablespace");
    cursor.accept("NOWAIT");
    cursor.expectEnd();
    return new OtherStatement("ALTER " + target.words(), List.of(), cursor.statementSpan());
  }

  private static String article(ObjectKind target) {
    String words = target.words().toLowerCase(Locale.ROOT);
    return (target == ObjectKind.INDEX ? "an " : "a ") + words;
  }
}
