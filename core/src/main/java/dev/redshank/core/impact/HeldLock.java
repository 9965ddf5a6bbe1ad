package dev.redshank.core.impact;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.Place;
import dev.redshank.core.schema.RelationName;

/**
 * A lock that the transaction holds until it ends.
 *
 * @param old whether the relation was there before this deploy, so that others use it
 * @param takenAt the statement that first took a lock of this strength
 */
public record HeldLock(RelationName relation, LockMode mode, boolean old, Place takenAt) {}
