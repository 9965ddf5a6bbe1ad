package dev.redshank.core.statement;

import dev.redshank.core.sql.Tokens;

/**
 * Finds out by tokens alone what a query reads, changes and calls: fast, linear however deep its parentheses are, and
 * never failing. The target of a statement that changes rows itself is neither read nor written; that of a WITH query
 * inside it is written.
 */
final class QueryReader {
  private QueryReader() {}

  static Query read(Tokens tokens) {
    return new QueryScan(tokens).scan();
  }
}
