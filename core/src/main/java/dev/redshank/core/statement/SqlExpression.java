package dev.redshank.core.statement;

import dev.redshank.core.sql.Literals;
import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * An expression as it is written. It is equal to another when their tokens are, whatever their case and
 * spacing. What the tokens alone do not settle is asked of a parse tree, which is made when somebody asks
 * and kept by nobody.
 */
public final class SqlExpression {
  private final Tokens tokens;

  public SqlExpression(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Its tokens, for the packages that read SQL. Rules ask the questions below instead. */
  public Tokens tokens() {
    return tokens;
  }

  public Span span() {
    return tokens.span();
  }

  /** As it is written. */
  public String sql() {
    return tokens.sql();
  }

  /** Whether it is {@code NULL}, with or without a cast. */
  public boolean isNull() {
    return tokens.isWord(0, "NULL") && (tokens.size() == 1 || tokens.isOperator(1, "::"));
  }

  /** The value of a string constant, also of one with a cast; empty for anything else. */
  public Optional<String> stringConstant() {
    return tokens.is(0, TokenKind.STRING) && (tokens.size() == 1 || tokens.isOperator(1, "::"))
        ? Literals.value(tokens, 0)
        : Optional.empty();
  }

  /** The functions that it calls, in written order. SQL's own forms, such
   * as COALESCE and CURRENT_TIMESTAMP, are not among them, with brackets or without. */
  public List<FunctionCall> functionCalls() {
    return FunctionCalls.of(tokens);
  }

  /** The column and the type, when it is a column that is cast and nothing else: {@code note::text}. */
  public Optional<ColumnCast> columnCast() {
    boolean named = tokens.is(0, TokenKind.WORD) || tokens.is(0, TokenKind.QUOTED_NAME);
    if (!named || !tokens.isOperator(1, "::")) {
      return Optional.empty();
    }
    try {
      TokenCursor cursor = new TokenCursor(tokens.slice(2, tokens.size()));
      TypeName type = TypeReader.read(cursor);
      return cursor.position() == tokens.size() - 2
          ? Optional.of(new ColumnCast(Names.of(tokens, 0), type))
          : Optional.empty();
    } catch (UnexpectedToken noType) {
      return Optional.empty();
    }
  }

  /** A column that is cast once or several times, with the type of the last cast: {@code a::text::mood}. */
  public Optional<ColumnCast> columnCasts() {
    boolean named = tokens.is(0, TokenKind.WORD) || tokens.is(0, TokenKind.QUOTED_NAME);
    Optional<ColumnCast> last = Optional.empty();
    int at = 1;
    while (named && at < tokens.size()) {
      if (!tokens.isOperator(at, "::")) {
        return Optional.empty();
      }
      try {
        TokenCursor cursor = new TokenCursor(tokens.slice(at + 1, tokens.size()));
        last = Optional.of(new ColumnCast(Names.of(tokens, 0), TypeReader.read(cursor)));
        at += 1 + cursor.position();
      } catch (UnexpectedToken noType) {
        return Optional.empty();
      }
    }
    return last;
  }

  /** The name, when it is a column and nothing else. */
  public Optional<String> columnAlone() {
    boolean named = tokens.is(0, TokenKind.WORD) || tokens.is(0, TokenKind.QUOTED_NAME);
    return named && tokens.size() == 1 ? Optional.of(Names.of(tokens, 0)) : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SqlExpression expression
        && expression.tokens.normalized().equals(tokens.normalized());
  }

  @Override
  public int hashCode() {
    return tokens.normalized().hashCode();
  }

  @Override
  public String toString() {
    return sql();
  }

  /** A column that is cast to a type. */
  public record ColumnCast(String column, TypeName type) {}

  /**
   * A call of a function.
   *
   * @param name as written
   * @param arguments how many are given
   */
  public record FunctionCall(ObjectName name, int arguments) {}
}
