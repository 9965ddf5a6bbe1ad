package dev.redshank.core.statement;

import dev.redshank.core.sql.Tokens;
import java.util.List;

/** Finds out what a query reads and calls. */
final class QueryReader {
  private QueryReader() {}

  static Query read(Tokens tokens) {
    return new Query(List.of(), List.of(), List.of(), tokens);
  }
}
