package dev.redshank.core.impact;

import dev.redshank.core.postgres.FunctionVolatility;
import dev.redshank.core.statement.SqlExpression;
import dev.redshank.core.statement.SqlExpression.FunctionCall;
import dev.redshank.core.statement.Volatility;
import java.util.Optional;

/** How much the answer of an expression may change from row to row. */
final class Answers {
  private Answers() {}

  /** The worst function that an expression calls, best first. */
  enum Worst {
    /** None, or immutable ones. */
    CONSTANT,
    /** The same throughout a statement. */
    STABLE,
    /** It cannot be told. */
    UNKNOWN,
    /** Another for each row. */
    VOLATILE
  }

  static Worst worst(SqlExpression expression, Situation situation) {
    Worst worst = Worst.CONSTANT;
    for (FunctionCall call : expression.functionCalls()) {
      Worst one = of(call, situation);
      worst = one.compareTo(worst) > 0 ? one : worst;
    }
    return worst;
  }

  /** PostgreSQL looks into pg_catalog before it looks along the search path. */
  static Worst of(FunctionCall call, Situation situation) {
    Optional<String> schema = call.name().schema();
    String name = call.name().name();
    int arguments = call.arguments();
    if (schema.isEmpty() || schema.get().equals("pg_catalog")) {
      Optional<FunctionVolatility.Kind> own =
          FunctionVolatility.builtIn(name, arguments, situation.postgres());
      if (own.isPresent()) {
        return of(own.get());
      }
    }
    Optional<Volatility> made = situation.schema().state().function(call.name(), arguments);
    if (made.isPresent()) {
      // The planner puts the body of a simple SQL function in its place, whatever the function says
      // of itself.
      boolean inlined = situation.schema().state().routines(call.name()).stream()
          .anyMatch(routine -> routine.language().equals("sql"));
      Worst declared = of(made.get());
      return inlined && declared == Worst.VOLATILE ? Worst.UNKNOWN : declared;
    }
    return FunctionVolatility.ofExtension(name, arguments, situation.postgres())
        .map(Answers::of)
        .orElse(Worst.UNKNOWN);
  }

  /** Whether a call runs code of the user's that may change anything. */
  static boolean isUnknownOrVolatileRoutine(FunctionCall call, Situation situation) {
    boolean own = FunctionVolatility.builtIn(
            call.name().name(), call.arguments(), situation.postgres())
        .isPresent();
    return !own && of(call, situation).compareTo(Worst.UNKNOWN) >= 0;
  }

  private static Worst of(FunctionVolatility.Kind kind) {
    return switch (kind) {
      case IMMUTABLE -> Worst.CONSTANT;
      // Only timezone(text, timetz) of PostgreSQL 14 is of the last kind, and nobody stores a
      // timetz.
      case STABLE, MAYBE_VOLATILE -> Worst.STABLE;
      case VOLATILE -> Worst.VOLATILE;
    };
  }

  private static Worst of(Volatility volatility) {
    return switch (volatility) {
      case IMMUTABLE -> Worst.CONSTANT;
      case STABLE -> Worst.STABLE;
      case VOLATILE -> Worst.VOLATILE;
    };
  }
}
