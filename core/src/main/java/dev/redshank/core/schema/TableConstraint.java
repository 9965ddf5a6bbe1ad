package dev.redshank.core.schema;

import dev.redshank.core.statement.Constraint;
import java.util.Optional;

/**
 * A constraint of a table.
 *
 * @param name as written, or as PostgreSQL would choose it
 * @param definition as it was written
 * @param validated whether the rows that exist are known to satisfy it
 * @param since when it was added
 * @param validatedSince when it became valid; {@code since} where it is not
 * @param references the table that a foreign key refers to
 * @param madeAt where it was added
 */
public record TableConstraint(
    String name,
    Constraint definition,
    boolean validated,
    Era since,
    Era validatedSince,
    Optional<RelationName> references,
    Place madeAt) {}
