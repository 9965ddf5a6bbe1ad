package dev.redshank.core.statement;

/** Whether a function may give another answer for the same arguments: pg_proc.provolatile. */
public enum Volatility {
  IMMUTABLE,
  STABLE,
  VOLATILE
}
