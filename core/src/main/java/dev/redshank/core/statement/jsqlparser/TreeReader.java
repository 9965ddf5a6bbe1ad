package dev.redshank.core.statement.jsqlparser;

import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.AnyType;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;

/** Turns JSqlParser's tree into the own one. */
final class TreeReader {
  private TreeReader() {}

  static Predicate read(Expression expression) {
    if (expression instanceof AndExpression || expression instanceof OrExpression) {
      return chain((BinaryExpression) expression);
    }
    if (expression instanceof NotExpression not) {
      return new Predicate.Not(read(not.getExpression()));
    }
    if (expression instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
      return read(list.get(0));
    }
    if (expression instanceof ComparisonOperator comparison) {
      return comparison(comparison);
    }
    if (expression instanceof InExpression in) {
      return negated(in.isNot(), member(in.getLeftExpression(), in.getRightExpression()));
    }
    if (expression instanceof Between between) {
      return negated(between.isNot(), between(between));
    }
    if (expression instanceof BooleanValue || expression instanceof Column) {
      return new Predicate.Truth(tokens(expression));
    }
    return new Predicate.Other();
  }

  /** A long chain leans to the left: walking it keeps the stack flat. */
  private static Predicate chain(BinaryExpression top) {
    boolean and = top instanceof AndExpression;
    List<Predicate> parts = new ArrayList<>();
    Expression next = top;
    while (and ? next instanceof AndExpression : next instanceof OrExpression) {
      BinaryExpression link = (BinaryExpression) next;
      parts.add(0, read(link.getRightExpression()));
      next = link.getLeftExpression();
    }
    parts.add(0, read(next));
    return and ? new Predicate.And(parts) : new Predicate.Or(parts);
  }

  private static Predicate comparison(ComparisonOperator comparison) {
    Expression right = comparison.getRightExpression();
    String operator = comparison.getStringExpression().replace(" ", "");
    if (right instanceof AnyComparisonExpression any) {
      boolean member = operator.equals("=") && any.getAnyType() != AnyType.ALL;
      return member
          ? new Predicate.Member(
              tokens(comparison.getLeftExpression()), inside(tokens(any.getSelect())))
          : new Predicate.Other();
    }
    if (right instanceof Function function && isAny(function)) {
      return operator.equals("=")
          ? new Predicate.Member(
              tokens(comparison.getLeftExpression()), tokens(function.getParameters()))
          : new Predicate.Other();
    }
    return new Predicate.Comparison(
        tokens(comparison.getLeftExpression()),
        operator.equals("!=") ? "<>" : operator,
        tokens(right));
  }

  private static boolean isAny(Function function) {
    String name = function.getName();
    return (name.equalsIgnoreCase("any") || name.equalsIgnoreCase("some"))
        && function.getParameters() != null;
  }

  private static Predicate member(Expression value, Expression members) {
    return new Predicate.Member(tokens(value), inside(tokens(members)));
  }

  private static Predicate between(Between between) {
    return new Predicate.Between(
        tokens(between.getLeftExpression()),
        tokens(between.getBetweenExpressionStart()),
        tokens(between.getBetweenExpressionEnd()));
  }

  private static Predicate negated(boolean not, Predicate predicate) {
    return not ? new Predicate.Not(predicate) : predicate;
  }

  private static Tokens inside(Tokens tokens) {
    boolean wrapped = tokens.is(0, TokenKind.OPEN) && tokens.afterMatching(0) == tokens.size();
    return wrapped ? tokens.slice(1, tokens.size() - 1) : tokens;
  }

  private static Tokens tokens(Expression expression) {
    return SqlScript.tokens(SourceText.of("", expression.toString()));
  }
}
