package dev.redshank.core.statement;

import dev.redshank.core.sql.Literals;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.math.BigDecimal;
import java.util.Optional;

/** {@code 1 = 1} and the like: the same answer for every row. */
final class ConstantComparison {
  private ConstantComparison() {}

  static Bound bound(Tokens left, String operator, Tokens right) {
    Tokens one = Operands.plain(left);
    Tokens other = Operands.plain(right);
    Optional<Integer> order = order(one, other);
    if (order.isEmpty()) {
      return Bound.UNBOUNDED;
    }
    return holds(order.get(), operator) ? Bound.EVERY_ROW : Bound.NO_ROW;
  }

  private static Optional<Integer> order(Tokens one, Tokens other) {
    if (one.size() != 1 || other.size() != 1) {
      return Optional.empty();
    }
    if (one.is(0, TokenKind.NUMBER) && other.is(0, TokenKind.NUMBER)) {
      return numbers(one.text(0), other.text(0));
    }
    Optional<String> first = constant(one);
    Optional<String> second = constant(other);
    return first.flatMap(value -> second.map(value::compareTo));
  }

  private static Optional<String> constant(Tokens tokens) {
    boolean truth = tokens.isWord(0, "TRUE") || tokens.isWord(0, "FALSE");
    return truth ? Optional.of(tokens.normalized()) : Literals.value(tokens, 0);
  }

  private static Optional<Integer> numbers(String one, String other) {
    try {
      return Optional.of(new BigDecimal(one).compareTo(new BigDecimal(other)));
    } catch (NumberFormatException hexadecimalOrGrouped) {
      return Optional.empty();
    }
  }

  private static boolean holds(int order, String operator) {
    return switch (operator) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }
}
