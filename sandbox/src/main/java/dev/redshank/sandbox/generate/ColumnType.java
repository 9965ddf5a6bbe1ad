package dev.redshank.sandbox.generate;

/**
 * A column's type in a measurement.
 *
 * @param key as the table of facts names it, such as {@code character varying(n)}
 * @param sql as a server is told, such as {@code character varying(10)}
 */
record ColumnType(String key, String sql) {
  static ColumnType named(String name) {
    return new ColumnType(name, name);
  }
}
