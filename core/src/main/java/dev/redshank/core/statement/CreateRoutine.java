package dev.redshank.core.statement;

import dev.redshank.core.text.Span;
import java.util.Optional;

/**
 * {@code CREATE FUNCTION} or {@code CREATE PROCEDURE}.
 *
 * @param inputs the number of input parameters
 * @param polymorphic whether a parameter's type is anyelement or another that a call decides
 * @param volatility as written; without, PostgreSQL takes VOLATILE
 * @param language folded, {@code sql} where none is written
 * @param body its statements, when the language is sql or plpgsql
 * @param atomic whether the body stands outside quotes, behind BEGIN ATOMIC or RETURN
 */
public record CreateRoutine(
    ObjectKind target,
    ObjectName name,
    boolean orReplace,
    int inputs,
    boolean polymorphic,
    Optional<Volatility> volatility,
    String language,
    Optional<RoutineBody> body,
    boolean atomic,
    Span span)
    implements Statement {
  @Override
  public String kind() {
    return "CREATE " + target.words();
  }
}
