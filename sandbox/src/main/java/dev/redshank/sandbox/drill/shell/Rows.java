package dev.redshank.sandbox.drill.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The result of a query.
 *
 * @param columns its columns
 * @param rows as many as are shown, as the server writes values; a null is empty
 * @param leftOut how many others were fetched
 * @param more whether the server has even more
 */
record Rows(List<Column> columns, List<List<Optional<String>>> rows, int leftOut, boolean more) {
  /** So many rows are shown. */
  static final int SHOWN = 1_000;

  /** So many are fetched, to say how many are left out; they have to fit into memory. */
  static final int FETCHED = 10_000;

  Rows {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A column of a result.
   *
   * @param number whether its values are numbers, which stand to the right
   */
  record Column(String name, boolean number) {}

  Rows(List<Column> columns, List<List<Optional<String>>> rows) {
    this(columns, rows, 0, false);
  }

  /** How many rows there are, in words. */
  String count() {
    String shown = String.format(Locale.ROOT, "%,d", rows.size());
    if (more) {
      return String.format(
          Locale.ROOT,
          "(%s rows; more than %,d are left out and were not fetched)",
          shown,
          leftOut);
    }
    if (leftOut > 0) {
      String are = leftOut == 1 ? "is" : "are";
      return String.format(Locale.ROOT, "(%s rows; %,d more %s left out)", shown, leftOut, are);
    }
    return rows.size() == 1 ? "(1 row)" : "(" + shown + " rows)";
  }

  boolean isCut() {
    return leftOut > 0;
  }
}
