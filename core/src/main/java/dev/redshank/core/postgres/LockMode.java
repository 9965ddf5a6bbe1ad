package dev.redshank.core.postgres;

/**
 * A table-level lock mode, weakest first, with the conflicts of table 13.2 in PostgreSQL's manual
 * (<a href="https://www.postgresql.org/docs/current/explicit-locking.html">Explicit Locking</a>).
 */
public enum LockMode {
  ACCESS_SHARE,
  ROW_SHARE,
  ROW_EXCLUSIVE,
  SHARE_UPDATE_EXCLUSIVE,
  SHARE,
  SHARE_ROW_EXCLUSIVE,
  EXCLUSIVE,
  ACCESS_EXCLUSIVE;

  /** For each mode, by ordinal, the modes it conflicts with as bits by ordinal. */
  private static final int[] CONFLICTS = {
    0b1000_0000,
    0b1100_0000,
    0b1111_0000,
    0b1111_1000,
    0b1110_1100,
    0b1111_1100,
    0b1111_1110,
    0b1111_1111
  };

  /** Whether one transaction must wait while another holds {@code other} on the same relation. */
  public boolean conflictsWith(LockMode other) {
    return (CONFLICTS[ordinal()] & (1 << other.ordinal())) != 0;
  }

  /** Whether plain {@code SELECT} has to wait. */
  public boolean blocksReads() {
    return conflictsWith(ACCESS_SHARE);
  }

  /** Whether {@code INSERT}, {@code UPDATE} and {@code DELETE} have to wait. */
  public boolean blocksWrites() {
    return conflictsWith(ROW_EXCLUSIVE);
  }

  /** The stronger of the two, in PostgreSQL's order. */
  public LockMode strongest(LockMode other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** As PostgreSQL's manual writes it, such as {@code ACCESS EXCLUSIVE}. */
  public String words() {
    return name().replace('_', ' ');
  }
}
