package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads DROP of anything. */
final class DropReader {
  private DropReader() {}

  static Statement read(TokenCursor cursor) {
    cursor.expect("DROP");
    ObjectWords words =
        ObjectWords.accept(cursor).orElseThrow(() -> cursor.unexpected("a kind of object"));
    return switch (words.kind()) {
      case TRIGGER, RULE, POLICY -> fromTable(words.kind(), cursor);
      case COLUMN, CONSTRAINT, ATTRIBUTE ->
        throw new UnexpectedToken("PostgreSQL has no DROP " + words.words() + " statement");
      case OTHER -> other(words, cursor);
      default -> objects(words.kind(), cursor);
    };
  }

  private static Statement fromTable(ObjectKind kind, TokenCursor cursor) {
    boolean ifExists = cursor.accept("IF", "EXISTS");
    Identifier name = cursor.identifier("the name of a " + kind.words().toLowerCase(Locale.ROOT));
    cursor.expect("ON");
    ObjectName table = cursor.name("the name of a table");
    boolean cascade = cascade(cursor);
    cursor.expectEnd();
    return new DropFromTable(kind, name, table, ifExists, cascade, cursor.statementSpan());
  }

  private static Statement objects(ObjectKind kind, TokenCursor cursor) {
    boolean concurrently = kind == ObjectKind.INDEX && cursor.accept("CONCURRENTLY");
    boolean ifExists = cursor.accept("IF", "EXISTS");
    List<ObjectName> names = new ArrayList<>();
    do {
      names.add(cursor.name("a name"));
      if (hasSignature(kind) && cursor.at(TokenKind.OPEN)) {
        cursor.brackets("the types of arguments");
      }
    } while (cursor.accept(TokenKind.COMMA));
    if (kind == ObjectKind.DATABASE) {
      cursor.accept("WITH");
      if (cursor.at(TokenKind.OPEN)) {
        cursor.skipBalanced();
      }
    }
    boolean cascade = cascade(cursor);
    cursor.expectEnd();
    return new DropObjects(kind, names, concurrently, ifExists, cascade, cursor.statementSpan());
  }

  private static boolean hasSignature(ObjectKind kind) {
    return switch (kind) {
      case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> true;
      default -> false;
    };
  }

  private static Statement other(ObjectWords words, TokenCursor cursor) {
    cursor.accept("IF", "EXISTS");
    List<ObjectName> names = cursor.atName() && !words.words().equals("OWNED")
        ? List.of(cursor.qualified("a name"))
        : List.of();
    if (names.isEmpty() && cursor.atEnd()) {
      throw cursor.unexpected("a name");
    }
    return new OtherStatement("DROP " + words.words(), names, cursor.statementSpan());
  }

  private static boolean cascade(TokenCursor cursor) {
    if (cursor.accept("CASCADE")) {
      return true;
    }
    cursor.accept("RESTRICT");
    return false;
  }
}
