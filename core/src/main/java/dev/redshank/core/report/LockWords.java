package dev.redshank.core.report;

import dev.redshank.core.postgres.LockMode;

/** What a lock means for everybody else. */
public final class LockWords {
  private LockWords() {}

  /** Who has to wait, such as {@code reads and writes wait}. */
  public static String waits(LockMode mode) {
    return switch (mode) {
      case ACCESS_EXCLUSIVE -> "reads and writes wait";
      case EXCLUSIVE, SHARE_ROW_EXCLUSIVE, SHARE -> "writes wait";
      case SHARE_UPDATE_EXCLUSIVE -> "other DDL and VACUUM wait";
      case ROW_EXCLUSIVE -> "DDL and index builds wait";
      case ROW_SHARE, ACCESS_SHARE -> "only the strongest DDL waits";
    };
  }

  /** Who has to wait, in the word that style sheets know: {@code reads} (and writes), {@code writes}, or {@code weak}. */
  public static String strength(LockMode mode) {
    if (mode.blocksReads()) {
      return "reads";
    }
    return mode.blocksWrites() ? "writes" : "weak";
  }
}
