package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables that a publication names: {@code TABLE a, ONLY b (x, y) WHERE (…), TABLES IN SCHEMA s}. */
final class PublicationTables {
  private PublicationTables() {}

  static List<ObjectName> read(TokenCursor cursor) {
    List<ObjectName> tables = new ArrayList<>();
    boolean listed = cursor.accept("FOR") | cursor.acceptAny("ADD", "SET", "DROP");
    if (!listed) {
      return tables;
    }
    do {
      if (cursor.accept("TABLE")) {
        cursor.accept("ONLY");
        tables.add(cursor.name("a table"));
      } else if (cursor.accept("TABLES", "IN", "SCHEMA")) {
        cursor.label("a schema");
      } else if (!tables.isEmpty() && cursor.atName()) {
        cursor.accept("ONLY");
        tables.add(cursor.name("a table"));
      }
      skipDetails(cursor);
    } while (cursor.accept(TokenKind.COMMA));
    return tables;
  }

  private static void skipDetails(TokenCursor cursor) {
    while (!cursor.atEnd() && !cursor.at(TokenKind.COMMA) && !cursor.at("WITH")) {
      cursor.skipBalanced();
    }
  }
}
