package dev.redshank.sandbox.measure;

import java.sql.SQLException;

/** Measures what one statement writes. */
interface Meter {
  /** Begins anew. */
  void start() throws SQLException;

  /** Bytes of write-ahead log since. */
  long walBytes() throws SQLException;

  /**
   * Rows written since, by statements inside blocks and procedures too where the server can tell.
   *
   * @param told how many the statement itself reported
   */
  long rowsWritten(long told) throws SQLException;
}
