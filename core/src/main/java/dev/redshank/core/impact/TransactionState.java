package dev.redshank.core.impact;

import java.util.Optional;

/**
 * The transaction around a statement and the session's settings, before the statement runs.
 *
 * @param open whether a transaction block is open: the statement cannot commit by itself
 * @param byRunner whether the runner opened it, not the script
 * @param implicit whether it is the implicit transaction of several statements in one message
 * @param lockTimeout in force
 * @param statementTimeout in force
 * @param timeZone the session's TimeZone, where a statement so far set it
 * @param checksBodies whether check_function_bodies is on, so that a new routine's body is looked into
 * @param held the locks taken so far, in order of first taking
 */
public record TransactionState(
    boolean open,
    boolean byRunner,
    boolean implicit,
    Timeout lockTimeout,
    Timeout statementTimeout,
    Optional<String> timeZone,
    boolean checksBodies,
    HeldLocks held) {
  /** A session in which nothing has happened. */
  public static final TransactionState NONE = new TransactionState(
      false, false, false, Timeout.UNSET, Timeout.UNSET, Optional.empty(), true, HeldLocks.NONE);
}
