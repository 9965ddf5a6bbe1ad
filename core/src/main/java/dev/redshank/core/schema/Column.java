package dev.redshank.core.schema;

import dev.redshank.core.statement.SqlExpression;
import dev.redshank.core.statement.TypeName;
import java.util.Optional;

/**
 * A column of a relation.
 *
 * @param type absent when it is not known, as in the result of a query
 * @param notNull whether it cannot hold NULL
 * @param defaultValue its default, where it has one
 * @param generatedStored a stored generated column
 * @param since when it was made
 * @param madeAt where
 */
public record Column(
    String name,
    Optional<TypeName> type,
    boolean notNull,
    Optional<SqlExpression> defaultValue,
    boolean generatedStored,
    boolean identity,
    Era since,
    Optional<Place> madeAt) {}
