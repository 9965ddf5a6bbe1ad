package dev.redshank.core.lint;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.Place;
import dev.redshank.core.schema.RelationName;

/**
 * A table in use that a run's migrations lock.
 *
 * @param mode the strongest lock on it
 * @param place the statement that first takes a lock of this strength
 */
public record TouchedTable(RelationName relation, LockMode mode, Place place) {}
