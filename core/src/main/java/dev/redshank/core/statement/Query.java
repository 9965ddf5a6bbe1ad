package dev.redshank.core.statement;

import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.Span;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A query, or the part of a statement that reads and calls.
 *
 * @param reads the tables and views that it names in FROM, JOIN, USING or TABLE, also in subqueries, once each; the names of its
 *     own WITH queries are left out
 * @param only those of them that it names behind ONLY and nowhere without: their partitions and children are left alone
 * @param writes the tables that data-modifying WITH queries change
 * @param functions the functions that it calls
 * @param tokens its text, for the packages that read SQL
 */
public record Query(
    List<ObjectName> reads,
    Set<ObjectName> only,
    List<ObjectName> writes,
    List<SqlExpression.FunctionCall> functions,
    Tokens tokens) {
  public Query {
    reads = List.copyOf(reads);
    only = Collections.unmodifiableSet(new LinkedHashSet<>(only));
    writes = List.copyOf(writes);
    functions = List.copyOf(functions);
  }

  public Span span() {
    return tokens.span();
  }

  /** Those of its reads whose rows it locks, by FOR UPDATE and the like. */
  public Set<ObjectName> rowLocks() {
    Set<ObjectName> locked = new LinkedHashSet<>(RowLocks.in(tokens));
    locked.retainAll(reads);
    return locked;
  }

  /** The statements of its WITH queries that change data. */
  public List<Statement> changes() {
    return writes.isEmpty() ? List.of() : DmlReader.changesIn(tokens);
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
