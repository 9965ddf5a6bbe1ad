package dev.redshank.core.migration;

/** Whether the tool that runs a migration opens a transaction around it. */
public enum TransactionMode {
  /** The runner opens one transaction for the whole migration. */
  WRAPPED,
  /** Each statement is a transaction of its own, unless the script opens one: as psql runs a file. */
  AUTOCOMMIT,
  /**
   * The file is sent as one message: several statements are one implicit transaction, a lone one is
   * its own (PostgreSQL's manual, "Multiple Statements in a Simple Query").
   */
  SIMPLE_QUERY
}
