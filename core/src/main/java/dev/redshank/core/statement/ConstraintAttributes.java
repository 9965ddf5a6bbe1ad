package dev.redshank.core.statement;

/** Reads what may be said of any constraint behind it, in any order. */
final class ConstraintAttributes {
  private boolean notValid;
  private boolean notEnforced;
  private boolean enforced;
  private boolean noInherit;
  private boolean deferrable;

  private ConstraintAttributes() {}

  static ConstraintAttributes read(TokenCursor cursor) {
    ConstraintAttributes attributes = new ConstraintAttributes();
    boolean more = true;
    while (more) {
      more = attributes.acceptOne(cursor);
    }
    return attributes;
  }

  private boolean acceptOne(TokenCursor cursor) {
    if (cursor.accept("DEFERRABLE") || cursor.accept("INITIALLY", "DEFERRED")) {
      deferrable = true;
    } else if (cursor.accept("NOT", "VALID")) {
      notValid = true;
    } else if (cursor.accept("NOT", "ENFORCED")) {
      notEnforced = true;
    } else if (cursor.accept("ENFORCED")) {
      enforced = true;
    } else if (cursor.accept("NO", "INHERIT")) {
      noInherit = true;
    } else {
      return cursor.accept("NOT", "DEFERRABLE") || cursor.accept("INITIALLY", "IMMEDIATE");
    }
    return true;
  }

  /** Whether ENFORCED itself is written. */
  boolean enforced() {
    return enforced;
  }

  Constraint.Traits traits() {
    return new Constraint.Traits(notValid, notEnforced, noInherit, deferrable);
  }
}
