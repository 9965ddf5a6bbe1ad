package dev.redshank.core.statement;

/** How few rows a condition lets through, from the weakest to the strongest. */
enum Bound {
  EVERY_ROW(RowFilter.ALWAYS_TRUE),
  UNBOUNDED(RowFilter.UNBOUNDED),
  SELECTIVE(RowFilter.SELECTIVE),
  BATCH(RowFilter.BATCH),
  CURRENT_ROW(RowFilter.CURRENT_ROW),
  NO_ROW(RowFilter.SELECTIVE);

  private final RowFilter filter;

  Bound(RowFilter filter) {
    this.filter = filter;
  }

  RowFilter filter() {
    return filter;
  }
}
