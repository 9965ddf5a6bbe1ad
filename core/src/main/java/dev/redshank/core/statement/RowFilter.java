package dev.redshank.core.statement;

/** Which rows an UPDATE or DELETE touches, as far as its text tells. */
public enum RowFilter {
  /** No WHERE at all. */
  NONE,
  /** A WHERE that is true for every row, such as {@code WHERE true} or {@code WHERE 1 = 1}. */
  ALWAYS_TRUE,
  /**
   * A WHERE that bounds nothing: {@code IS NULL}, {@code <>}, a function of a column, membership in a
   * query without LIMIT, a join with FROM alone.
   */
  UNBOUNDED,
  /** A range between two limits on one column, or membership in a query with LIMIT: a batch. */
  BATCH,
  /** Equality with constants or variables: a few rows, or as many as share a value. */
  SELECTIVE,
  /** {@code WHERE CURRENT OF cursor}. */
  CURRENT_ROW;

  /** Whether the number of rows grows with the table. */
  public boolean isUnbounded() {
    return this == NONE || this == ALWAYS_TRUE || this == UNBOUNDED;
  }
}
