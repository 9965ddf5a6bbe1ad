package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads GRANT and REVOKE. */
final class GrantReader {
  private GrantReader() {}

  static Statement read(TokenCursor cursor) {
    boolean revoke = cursor.at("REVOKE");
    cursor.skip(1);
    String towards = revoke ? "FROM" : "TO";
    while (!cursor.atEnd() && !cursor.at("ON") && !cursor.at(towards)) {
      cursor.skipBalanced();
    }
    if (!cursor.accept("ON")) {
      cursor.expect(towards);
      cursor.rest();
      return new GrantOrRevoke(revoke, ObjectKind.ROLE, List.of(), cursor.statementSpan());
    }
    boolean all = cursor.accept("ALL");
    ObjectKind kind = all ? plural(cursor) : kind(cursor);
    List<ObjectName> names =
        all || kind == ObjectKind.OTHER ? skipNames(cursor, towards) : names(cursor);
    cursor.expect(towards);
    cursor.rest();
    return new GrantOrRevoke(revoke, kind, names, cursor.statementSpan());
  }

  /** {@code ALL TABLES IN SCHEMA}. */
  private static ObjectKind plural(TokenCursor cursor) {
    String word = cursor.word();
    cursor.skip(1);
    cursor.expect("IN", "SCHEMA");
    return switch (word) {
      case "TABLES" -> ObjectKind.TABLE;
      case "SEQUENCES" -> ObjectKind.SEQUENCE;
      case "FUNCTIONS" -> ObjectKind.FUNCTION;
      case "PROCEDURES" -> ObjectKind.PROCEDURE;
      case "ROUTINES" -> ObjectKind.ROUTINE;
      default -> throw cursor.unexpected("a kind of objects");
    };
  }

  /** Without a word for it the object is a table, which may have any of those words as its name. */
  private static ObjectKind kind(TokenCursor cursor) {
    boolean name = cursor.ahead(1, "TO")
        || cursor.ahead(1, "FROM")
        || cursor.ahead(1, TokenKind.COMMA)
        || cursor.ahead(1, TokenKind.DOT);
    if (name) {
      return ObjectKind.TABLE;
    }
    if (cursor.accept("FOREIGN", "SERVER") || cursor.accept("PARAMETER")) {
      return ObjectKind.OTHER;
    }
    return ObjectWords.accept(cursor).map(ObjectWords::kind).orElse(ObjectKind.TABLE);
  }

  private static List<ObjectName> names(TokenCursor cursor) {
    List<ObjectName> names = new ArrayList<>();
    do {
      names.add(cursor.qualified("a name"));
      if (cursor.at(TokenKind.OPEN)) {
        cursor.skipBalanced();
      }
    } while (cursor.accept(TokenKind.COMMA));
    return names;
  }

  private static List<ObjectName> skipNames(TokenCursor cursor, String towards) {
    while (!cursor.atEnd() && !cursor.at(towards)) {
      cursor.skipBalanced();
    }
    return List.of();
  }
}
