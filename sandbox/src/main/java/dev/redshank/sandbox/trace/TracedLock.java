package dev.redshank.sandbox.trace;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.measure.RelationKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A lock that a statement took.
 *
 * @param since when its statement began, since the deploy began; only the statements' own time counts
 * @param until when its transaction was over
 * @param refused the modes that another session really could not have meanwhile; empty where none
 *     tried, because the relation is no table or the statement let its locks go by itself
 */
public record TracedLock(
    RelationName relation,
    RelationKind kind,
    LockMode mode,
    Duration since,
    Duration until,
    Optional<Set<LockMode>> refused) {
  TracedLock until(Duration end) {
    return new TracedLock(relation, kind, mode, since, end, refused);
  }

  /** The modes that have to wait by PostgreSQL's conflict table. */
  public Set<LockMode> blocks() {
    Set<LockMode> blocked = EnumSet.noneOf(LockMode.class);
    for (LockMode other : LockMode.values()) {
      if (mode.conflictsWith(other)) {
        blocked.add(other);
      }
    }
    return blocked;
  }
}
