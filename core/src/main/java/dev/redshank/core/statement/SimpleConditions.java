package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.statement.jsqlparser.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Conditions whose shape the tokens settle: plain comparisons with AND in between. */
final class SimpleConditions {
  private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

  private SimpleConditions() {}

  /** The conditions that AND joins; only one if OR or CASE makes the condition another kind of tree. */
  static List<Tokens> parts(Tokens condition) {
    return hasOr(condition) ? List.of(condition) : splitAtAnd(condition);
  }

  private static List<Tokens> splitAtAnd(Tokens condition) {
    List<Tokens> parts = new ArrayList<>();
    int start = 0;
    boolean between = false;
    int depth = 0;
    for (int i = 0; i < condition.size(); i++) {
      depth += step(condition, i);
      if (depth > 0 || !condition.is(i, TokenKind.WORD)) {
        continue;
      }
      if (condition.isWord(i, "BETWEEN")) {
        between = true;
      } else if (condition.isWord(i, "AND")) {
        if (!between) {
          parts.add(condition.slice(start, i));
          start = i + 1;
        }
        between = false;
      }
    }
    parts.add(condition.slice(start, condition.size()));
    return parts;
  }

  private static int step(Tokens tokens, int i) {
    return switch (tokens.kind(i)) {
      case OPEN, OPEN_BRACKET -> 1;
      case CLOSE, CLOSE_BRACKET -> -1;
      default -> 0;
    };
  }

  /** One condition without AND; empty when it needs a parser. */
  static Optional<Predicate> atom(Tokens part) {
    if (part.isEmpty()) {
      return Optional.empty();
    }
    if (part.areWords(0, "CURRENT", "OF")) {
      return Optional.of(new Predicate.CurrentOf());
    }
    if (Operands.plain(part).size() == 1) {
      return Optional.of(new Predicate.Truth(part));
    }
    if (part.size() == 2 && part.isWord(0, "NOT")) {
      return Optional.of(new Predicate.Not(new Predicate.Truth(part.slice(1, 2))));
    }
    int depth = 0;
    boolean tree = part.is(0, TokenKind.OPEN) || part.isWord(0, "NOT");
    for (int i = 0; i < part.size(); i++) {
      depth += step(part, i);
      if (depth == 0 && (part.is(i, TokenKind.WORD) || part.is(i, TokenKind.OPERATOR))) {
        Optional<Predicate> found = at(part, i);
        if (found.isPresent() || needsParser(part, i)) {
          return found;
        }
      }
    }
    return tree ? Optional.empty() : Optional.of(new Predicate.Other());
  }

  private static boolean needsParser(Tokens part, int i) {
    boolean leadingNot = i == 0 && part.isWord(i, "NOT");
    boolean comparison = part.is(i, TokenKind.OPERATOR) && COMPARISONS.contains(part.text(i));
    return leadingNot
        || comparison
        || part.isWord(i, "OR")
        || part.isWord(i, "CASE")
        || part.isWord(i, "IN")
        || part.isWord(i, "BETWEEN");
  }

  /** The condition that the word or operator at {@code i} makes, if it makes one. */
  private static Optional<Predicate> at(Tokens part, int i) {
    boolean not = part.isWord(i - 1, "NOT");
    Tokens value = part.slice(0, Math.max(0, not ? i - 1 : i));
    Tokens rest = part.slice(i + 1, part.size());
    if (part.is(i, TokenKind.OPERATOR)) {
      return COMPARISONS.contains(part.text(i))
          ? comparison(value, part.text(i), rest)
          : Optional.empty();
    }
    if (part.isWord(i, "IN")) {
      return inside(rest).map(members -> negated(not, new Predicate.Member(value, members)));
    }
    if (part.isWord(i, "BETWEEN")) {
      return between(value, rest).map(between -> negated(not, between));
    }
    boolean other = part.isWord(i, "IS")
        || part.isWord(i, "ISNULL")
        || part.isWord(i, "NOTNULL")
        || part.isWord(i, "LIKE")
        || part.isWord(i, "ILIKE")
        || part.isWord(i, "SIMILAR")
        || (i == 0 && part.isWord(i, "EXISTS"));
    return other && !hasOr(rest) ? Optional.of(new Predicate.Other()) : Optional.empty();
  }

  private static Predicate negated(boolean not, Predicate predicate) {
    return not ? new Predicate.Not(predicate) : predicate;
  }

  private static Optional<Predicate> between(Tokens value, Tokens rest) {
    int from = rest.isWord(0, "SYMMETRIC") || rest.isWord(0, "ASYMMETRIC") ? 1 : 0;
    int depth = 0;
    for (int i = from; i < rest.size(); i++) {
      depth += step(rest, i);
      if (depth == 0 && rest.isWord(i, "AND")) {
        if (hasOr(rest)) {
          return Optional.empty();
        }
        return Optional.of(
            new Predicate.Between(value, rest.slice(from, i), rest.slice(i + 1, rest.size())));
      }
    }
    return Optional.empty();
  }

  private static Optional<Predicate> comparison(Tokens left, String operator, Tokens right) {
    if (left.isEmpty() || right.isEmpty() || hasOr(right) || hasComparison(right)) {
      return Optional.empty();
    }
    boolean any = right.isWord(0, "ANY") || right.isWord(0, "SOME");
    if (any && operator.equals("=")) {
      return inside(right.slice(1, right.size())).map(inside -> new Predicate.Member(left, inside));
    }
    if (any || right.isWord(0, "ALL")) {
      return Optional.of(new Predicate.Other());
    }
    return Optional.of(
        new Predicate.Comparison(left, operator.equals("!=") ? "<>" : operator, right));
  }

  private static Optional<Tokens> inside(Tokens tokens) {
    boolean wrapped = tokens.is(0, TokenKind.OPEN) && tokens.afterMatching(0) == tokens.size();
    return wrapped ? Optional.of(tokens.slice(1, tokens.size() - 1)) : Optional.empty();
  }

  private static boolean hasOr(Tokens tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += step(tokens, i);
      if (depth == 0 && (tokens.isWord(i, "OR") || tokens.isWord(i, "CASE"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasComparison(Tokens tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += step(tokens, i);
      if (depth == 0 && tokens.is(i, TokenKind.OPERATOR) && COMPARISONS.contains(tokens.text(i))) {
        return true;
      }
    }
    return false;
  }
}
