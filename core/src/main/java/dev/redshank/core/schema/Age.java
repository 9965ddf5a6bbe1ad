package dev.redshank.core.schema;

/** How long an object has been there when a statement runs. */
public enum Age {
  THIS_TRANSACTION,
  THIS_MIGRATION,
  THIS_DEPLOY,
  /** Made by an earlier deploy: it may be large and in use. */
  HISTORY,
  /** No migration that was read makes it: it may be as old as the database. */
  UNKNOWN;

  /** Whether it was made in the deploy that is under way, so that it is empty and nobody uses it yet. */
  public boolean isNew() {
    return this == THIS_TRANSACTION || this == THIS_MIGRATION || this == THIS_DEPLOY;
  }
}
