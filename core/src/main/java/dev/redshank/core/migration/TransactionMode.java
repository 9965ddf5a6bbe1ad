package dev.redshank.core.migration;

/** Whether the tool that runs a migration opens a transaction around it. */
public enum TransactionMode {
  /** The runner opens one transaction for the whole migration. */
  WRAPPED,
  /**
   * Flyway looks at the statements: a script of nothing but statements that refuse a transaction gets none, any other
   * gets one, and a script that mixes both is refused.
   */
  DETECTED,
  /** Flyway with {@code mixed=true}: one statement that refuses a transaction takes it away from the whole script. */
  MIXED,
  /** Each statement is a transaction of its own, unless the script opens one: as psql runs a file. */
  AUTOCOMMIT,
  /**
   * The file is sent as one message: several statements are one implicit transaction, a lone one is
   * its own (PostgreSQL's manual, "Multiple Statements in a Simple Query").
   */
  SIMPLE_QUERY
}
