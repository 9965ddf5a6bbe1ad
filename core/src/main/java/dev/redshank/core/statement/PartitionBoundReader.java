package dev.redshank.core.statement;

/** Reads the rows that a partition takes. */
final class PartitionBoundReader {
  private PartitionBoundReader() {}

  static PartitionBound read(TokenCursor cursor) {
    int start = cursor.position();
    if (cursor.accept("DEFAULT")) {
      return bound(cursor, true, start, start);
    }
    cursor.expect("FOR", "VALUES");
    int values = cursor.position();
    if (cursor.accept("FROM")) {
      cursor.brackets("the lower bound in parentheses");
      cursor.expect("TO");
      cursor.brackets("the upper bound in parentheses");
    } else {
      if (!cursor.acceptAny("IN", "WITH")) {
        throw cursor.unexpected("IN, FROM or WITH");
      }
      cursor.brackets("values in parentheses");
    }
    return bound(cursor, false, start, values);
  }

  private static PartitionBound bound(
      TokenCursor cursor, boolean isDefault, int start, int values) {
    SqlExpression written = new SqlExpression(cursor.tokensFrom(values));
    return new PartitionBound(isDefault, written, cursor.spanFrom(start));
  }
}
