package dev.redshank.core.schema;

import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.RoutineBody;
import dev.redshank.core.statement.Volatility;
import java.util.Optional;

/**
 * A function or procedure that the migrations made.
 *
 * @param kind FUNCTION or PROCEDURE
 * @param inputs the number of its input parameters
 * @param volatility as declared, VOLATILE where nothing is
 * @param language folded
 * @param body its statements, when the language is sql or plpgsql
 * @param since when it was made or last replaced
 * @param madeAt where
 */
public record Routine(
    RelationName name,
    ObjectKind kind,
    int inputs,
    Volatility volatility,
    String language,
    Optional<RoutineBody> body,
    Era since,
    Place madeAt) {
  Routine named(RelationName other) {
    return new Routine(other, kind, inputs, volatility, language, body, since, madeAt);
  }
}
