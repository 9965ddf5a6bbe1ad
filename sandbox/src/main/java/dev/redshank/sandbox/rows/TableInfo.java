package dev.redshank.sandbox.rows;

import dev.redshank.core.schema.RelationName;
import java.util.List;

/**
 * A table that can hold rows of its own, as the catalogs show it.
 *
 * @param root the topmost partitioned table above it, or itself
 * @param columns in order, without dropped ones
 * @param checks its own and, of a partition, the bound; each a boolean expression over columns
 */
record TableInfo(
    long oid,
    RelationName name,
    long root,
    List<Column> columns,
    List<Check> checks,
    List<Key> keys,
    List<ForeignKey> foreignKeys) {
  /**
   * A column.
   *
   * @param generated the expression of a generated column, or an empty string
   * @param sequence the sequence that gives its default, as SQL writes it, or an empty string
   */
  record Column(
      int number,
      String name,
      long type,
      int modifier,
      String typeSql,
      boolean notNull,
      String generated,
      String sequence) {
    boolean isGenerated() {
      return !generated.isEmpty();
    }
  }

  /**
   * A condition on rows.
   *
   * @param columns that it reads
   */
  record Check(String name, String expression, List<Integer> columns) {}

  /**
   * What no two rows may share: a unique index or an exclusion constraint.
   *
   * @param columns that it is made of, those inside expressions too
   * @param deferrable whether it cannot tell of a conflict at once
   */
  record Key(String name, List<Integer> columns, Kind kind, boolean deferrable) {
    enum Kind {
      PRIMARY,
      UNIQUE,
      /** Only to come: rows that cannot keep it are made all the same. */
      EXPECTED
    }
  }

  /** References to another table, column by column. */
  record ForeignKey(String name, List<Integer> columns, long target, List<Integer> targetColumns) {}

  /** A column by its number. */
  Column column(int number) {
    return columns.stream()
        .filter(column -> column.number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " has no column " + number));
  }

  String sql() {
    return Sql.name(name.schema()) + "." + Sql.name(name.name());
  }
}
