package dev.redshank.core.schema;

/** How far it is known that a column holds no NULL. */
public enum NullProof {
  /** NOT NULL, or a valid CHECK says so: SET NOT NULL needs no scan. */
  VALIDATED,
  /** A constraint that is not validated says so: rows that exist may hold NULL, new ones cannot. */
  NOT_VALID,
  /** Nothing that is known says so. */
  NONE
}
