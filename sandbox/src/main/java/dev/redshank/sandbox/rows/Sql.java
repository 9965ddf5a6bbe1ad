package dev.redshank.sandbox.rows;

/** Names and constants as SQL text. */
final class Sql {
  /** The number of a generated row, in the query that makes rows. */
  static final String ROW = "redshank_g";

  private Sql() {}

  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String constant(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
