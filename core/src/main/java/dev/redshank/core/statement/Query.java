package dev.redshank.core.statement;

import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.Span;
import java.util.List;

/**
 * A query, or the part of a statement that reads and calls.
 *
 * @param reads the tables and views that it names in FROM, JOIN, USING or TABLE, also in subqueries, once each; the names of its
 *     own WITH queries are left out
 * @param writes the tables that data-modifying WITH queries change
 * @param functions the functions that it calls
 * @param tokens its text, for the packages that read SQL
 */
public record Query(
    List<ObjectName> reads,
    List<ObjectName> writes,
    List<SqlExpression.FunctionCall> functions,
    Tokens tokens) {
  public Query {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
    functions = List.copyOf(functions);
  }

  public Span span() {
    return tokens.span();
  }

  /** Whether it gives a row for each group of rows: GROUP BY or DISTINCT outside its subqueries. */
  public boolean isGrouped() {
    return QueryBound.isGrouped(this);
  }

  /** Whether it gives a number of rows that does not grow with its tables, as far as its text tells. */
  public boolean isBounded() {
    return QueryBound.isBounded(this);
  }
}
