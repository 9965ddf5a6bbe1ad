package dev.redshank.core.statement.jsqlparser;

import dev.redshank.core.sql.Tokens;
import java.util.List;

/** A condition as a tree whose leaves hold the tokens of what they compare. */
public sealed interface Predicate {
  /** Conditions of which all hold. */
  record And(List<Predicate> parts) implements Predicate {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** Conditions of which one holds. */
  record Or(List<Predicate> parts) implements Predicate {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** A condition that does not hold. */
  record Not(Predicate part) implements Predicate {}

  /** {@code left operator right}; {@code operator} is {@code =}, {@code <>}, {@code <}, {@code <=}, {@code >}, {@code >=}. */
  record Comparison(Tokens left, String operator, Tokens right) implements Predicate {}

  /** {@code value BETWEEN low AND high}. */
  record Between(Tokens value, Tokens low, Tokens high) implements Predicate {}

  /** {@code value IN (…)} or {@code value = ANY (…)}; {@code members} is the inside of the parentheses. */
  record Member(Tokens value, Tokens members) implements Predicate {}

  /** A condition that is a value by itself, such as {@code true} or a boolean column. */
  record Truth(Tokens value) implements Predicate {}

  /** {@code WHERE CURRENT OF cursor}. */
  record CurrentOf() implements Predicate {}

  /** Any other condition: {@code IS NULL}, {@code LIKE}, {@code EXISTS} … */
  record Other() implements Predicate {}
}
