package dev.redshank.core.impact;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;

/**
 * A lock on a relation that existed before the statement.
 *
 * @param mode the strongest that the statement takes on it
 */
public record TableLock(RelationName relation, LockMode mode) {}
