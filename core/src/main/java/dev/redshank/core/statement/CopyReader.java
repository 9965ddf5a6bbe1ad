package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.Optional;

/** Reads COPY. */
final class CopyReader {
  private CopyReader() {}

  static Statement read(TokenCursor cursor) {
    cursor.expect("COPY");
    if (cursor.at(TokenKind.OPEN)) {
      Tokens query = cursor.brackets("a query").rest();
      cursor.expect("TO");
      cursor.rest();
      return new Copy(
          Optional.empty(), false, Optional.of(QueryReader.read(query)), cursor.statementSpan());
    }
    if (cursor.at("BINARY") && !cursor.ahead(1, "FROM") && !cursor.ahead(1, "TO")) {
      cursor.skip(1);
    }
    ObjectName table = cursor.name("a table or a query");
    if (cursor.at(TokenKind.OPEN)) {
      cursor.columnList();
    }
    boolean from = cursor.accept("FROM");
    if (!from) {
      cursor.expect("TO");
    }
    cursor.rest();
    return new Copy(Optional.of(table), from, Optional.empty(), cursor.statementSpan());
  }
}
