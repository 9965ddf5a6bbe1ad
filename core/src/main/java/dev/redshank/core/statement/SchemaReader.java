package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CREATE SCHEMA with the objects in it. */
final class SchemaReader {
  private SchemaReader() {}

  static Statement create(TokenCursor cursor) {
    cursor.expect("SCHEMA");
    boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
    Optional<Identifier> name = cursor.at("AUTHORIZATION")
        ? Optional.empty()
        : Optional.of(cursor.identifier("the name of a schema"));
    if (cursor.accept("AUTHORIZATION")) {
      Identifier owner = cursor.label("the name of a role");
      name = name.isPresent() ? name : Optional.of(owner);
    }
    List<Statement> elements = new ArrayList<>();
    while (!cursor.atEnd()) {
      elements.add(StatementReader.read(element(cursor)));
    }
    return new CreateSchema(name, ifNotExists, elements, cursor.statementSpan());
  }

  /** One element: no semicolon ends it, but the next begins with CREATE or GRANT. */
  private static Tokens element(TokenCursor cursor) {
    int start = cursor.position();
    if (!cursor.atAny("CREATE", "GRANT")) {
      throw cursor.unexpected("CREATE or GRANT");
    }
    do {
      if (cursor.at(TokenKind.OPEN)) {
        cursor.skipBalanced();
      } else {
        cursor.skip(1);
      }
    } while (!cursor.atEnd() && !cursor.atAny("CREATE", "GRANT"));
    return cursor.tokensFrom(start);
  }
}
