package dev.redshank.core.statement;

import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.statement.jsqlparser.Predicate;
import dev.redshank.core.statement.jsqlparser.PredicateParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges the WHERE of an UPDATE or DELETE. Of two conditions that both have to hold the stronger bound counts, of two
 * alternatives the weaker.
 */
final class RowFilterReader {
  /** More parentheses around a condition than this are a parser's affair. */
  private static final int MAX_PARENTHESES = 20;

  private final RowSources sources;
  private final Operands operands;

  RowFilterReader(RowSources sources) {
    this.sources = sources;
    this.operands = new Operands(sources);
  }

  /**
   * What a WHERE says, given without its first word. A parser is asked only for what the tokens leave open, and only while
   * nothing bounds the rows yet.
   */
  RowFilter read(Tokens condition) {
    List<Judgement> settled = new ArrayList<>();
    List<Tokens> open = new ArrayList<>();
    settle(condition, MAX_PARENTHESES, settled, open);
    if (Judgement.strongest(settled).bound().filter().isUnbounded()) {
      for (Tokens part : open) {
        Predicate tree = PredicateParser.parse(part).orElseGet(Predicate.Other::new);
        settled.add(judge(tree, false));
      }
    }
    return Judgement.strongest(settled).bound().filter();
  }

  private void settle(Tokens condition, int layers, List<Judgement> settled, List<Tokens> open) {
    for (Tokens part : SimpleConditions.parts(condition)) {
      Tokens inside = Operands.withoutParentheses(part);
      if (layers > 0 && inside.size() < part.size()) {
        settle(inside, layers - 1, settled, open);
        continue;
      }
      Optional<Predicate> atom = SimpleConditions.atom(part);
      atom.ifPresentOrElse(found -> settled.add(judge(found, false)), () -> open.add(part));
    }
  }

  private Judgement judge(Predicate predicate, boolean negated) {
    if (predicate instanceof Predicate.And and) {
      return negated ? weakest(and.parts(), true) : strongest(and.parts(), false);
    }
    if (predicate instanceof Predicate.Or or) {
      return negated ? strongest(or.parts(), true) : weakest(or.parts(), false);
    }
    if (predicate instanceof Predicate.Not not) {
      return judge(not.part(), !negated);
    }
    if (predicate instanceof Predicate.Comparison comparison) {
      String operator = negated ? opposite(comparison.operator()) : comparison.operator();
      return compare(comparison.left(), operator, comparison.right());
    }
    return Judgement.of(bound(predicate, negated));
  }

  private Bound bound(Predicate predicate, boolean negated) {
    if (predicate instanceof Predicate.CurrentOf) {
      return Bound.CURRENT_ROW;
    }
    if (predicate instanceof Predicate.Truth truth) {
      return truth(truth.value(), negated);
    }
    if (negated) {
      return Bound.UNBOUNDED;
    }
    if (predicate instanceof Predicate.Between between) {
      boolean range = operands.isColumn(between.value())
          && operands.isFixed(between.low())
          && operands.isFixed(between.high());
      return range ? Bound.BATCH : Bound.UNBOUNDED;
    }
    return predicate instanceof Predicate.Member member ? member(member) : Bound.UNBOUNDED;
  }

  private static Bound truth(Tokens value, boolean negated) {
    Tokens plain = Operands.plain(value);
    if (plain.size() != 1 || !(plain.isWord(0, "TRUE") || plain.isWord(0, "FALSE"))) {
      return Bound.UNBOUNDED;
    }
    return plain.isWord(0, "TRUE") == negated ? Bound.NO_ROW : Bound.EVERY_ROW;
  }

  private Bound member(Predicate.Member member) {
    if (!operands.isColumn(member.value())) {
      return Bound.UNBOUNDED;
    }
    Tokens members = Operands.plain(member.members());
    if (members.isWord(0, "ARRAY") && members.is(1, TokenKind.OPEN)) {
      members = members.slice(2, members.size() - 1);
    }
    if (LimitedQuery.isQuery(members)) {
      return queryBound(members);
    }
    for (Tokens one : members.splitAtCommas()) {
      if (!operands.isFixed(one)) {
        return Bound.UNBOUNDED;
      }
    }
    return Bound.SELECTIVE;
  }

  private Bound queryBound(Tokens query) {
    if (sources.isLimited(query)) {
      return Bound.BATCH;
    }
    return query.isWord(0, "VALUES") ? Bound.SELECTIVE : Bound.UNBOUNDED;
  }

  private Judgement compare(Tokens left, String operator, Tokens right) {
    if (operands.isColumn(left)) {
      return compareColumn(left, operator, right);
    }
    if (operands.isColumn(right)) {
      return compareColumn(right, mirrored(operator), left);
    }
    boolean constants = operands.isFixed(left) && operands.isFixed(right);
    return Judgement.of(
        constants ? ConstantComparison.bound(left, operator, right) : Bound.UNBOUNDED);
  }

  private Judgement compareColumn(Tokens column, String operator, Tokens value) {
    if (operator.equals("=") && operands.isColumn(value)) {
      return Judgement.of(sources.join(Operands.plain(column), Operands.plain(value)));
    }
    if (!operands.isFixed(value) || operator.equals("<>")) {
      return Judgement.of(Bound.UNBOUNDED);
    }
    if (operator.equals("=")) {
      return Judgement.of(equality(Operands.plain(value)));
    }
    boolean lower = operator.startsWith(">");
    boolean upper = operator.startsWith("<");
    return new Judgement(Bound.UNBOUNDED, Operands.plain(column).normalized(), lower, upper);
  }

  /** A boolean column has two values only: being equal to one of them bounds nothing. */
  private static Bound equality(Tokens value) {
    if (value.isWord(0, "TRUE") || value.isWord(0, "FALSE")) {
      return Bound.UNBOUNDED;
    }
    return value.isWord(0, "NULL") && value.size() == 1 ? Bound.NO_ROW : Bound.SELECTIVE;
  }

  private Judgement strongest(List<Predicate> parts, boolean negated) {
    return Judgement.strongest(parts.stream().map(part -> judge(part, negated)).toList());
  }

  private Judgement weakest(List<Predicate> parts, boolean negated) {
    Bound weakest = Bound.NO_ROW;
    for (Predicate part : parts) {
      Bound bound = judge(part, negated).bound();
      weakest = bound.compareTo(weakest) < 0 ? bound : weakest;
    }
    return Judgement.of(weakest);
  }

  private static String opposite(String operator) {
    return switch (operator) {
      case "=" -> "<>";
      case "<>" -> "=";
      case "<" -> ">=";
      case "<=" -> ">";
      case ">" -> "<=";
      case ">=" -> "<";
      default -> "";
    };
  }

  private static String mirrored(String operator) {
    return switch (operator) {
      case "<" -> ">";
      case "<=" -> ">=";
      case ">" -> "<";
      case ">=" -> "<=";
      default -> operator;
    };
  }
}
