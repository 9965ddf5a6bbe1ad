package dev.redshank.core.impact;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;

/**
 * A lock on a relation that existed before the statement.
 *
 * @param mode the strongest that the statement takes on it
 */
public record TableLock(RelationName relation, LockMode mode) {
  // By hand: a record's own are linked at run time, which every cold start would pay for.
  @Override
  public boolean equals(Object other) {
    return other instanceof TableLock that && mode == that.mode && relation.equals(that.relation);
  }

  @Override
  public int hashCode() {
    return 31 * relation.hashCode() + mode.hashCode();
  }
}
