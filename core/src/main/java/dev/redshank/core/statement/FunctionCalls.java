package dev.redshank.core.statement;

import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds the function calls of an expression in one pass, however deep they stand in one another. */
final class FunctionCalls {
  /** Functions whose arguments may have words in between: {@code substring(a FROM 1 FOR 2)}. */
  private static final List<String> WORDY = List.of("EXTRACT", "OVERLAY", "POSITION", "SUBSTRING");

  private static final List<String> BETWEEN_ARGUMENTS =
      List.of("ESCAPE", "FOR", "FROM", "IN", "PLACING", "SIMILAR");

  private final Tokens tokens;
  private final List<Call> calls = new ArrayList<>();

  /** One entry for each bracket that is open; an empty one calls nothing. */
  private final Deque<Optional<Call>> open = new ArrayDeque<>();

  private FunctionCalls(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The calls in written order. */
  static List<SqlExpression.FunctionCall> of(Tokens tokens) {
    FunctionCalls found = new FunctionCalls(tokens);
    found.scan();
    return found.calls.stream().map(call -> call.finished(tokens)).toList();
  }

  private void scan() {
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.kind(i)) {
        case OPEN, OPEN_BRACKET -> open(i);
        case CLOSE, CLOSE_BRACKET -> close(i);
        case COMMA -> comma();
        case WORD -> word(i);
        default -> {}
      }
    }
  }

  private void open(int bracket) {
    int name = bracket - 1;
    Optional<Call> call = Optional.empty();
    if (tokens.is(bracket, TokenKind.OPEN)
        && isName(name)
        && !NotFunctions.contains(tokens, name)) {
      int first = tokens.is(name - 1, TokenKind.DOT) && isName(name - 2) ? name - 2 : name;
      if (!isType(first)) {
        call = Optional.of(new Call(first, name, bracket));
        calls.add(call.get());
      }
    }
    open.push(call);
  }

  /** A name behind {@code ::}, or behind the AS of a CAST, is a type with its length. */
  private boolean isType(int first) {
    return tokens.isOperator(first - 1, "::") || tokens.isWord(first - 1, "AS");
  }

  private boolean isName(int index) {
    return tokens.is(index, TokenKind.WORD) || tokens.is(index, TokenKind.QUOTED_NAME);
  }

  private void close(int bracket) {
    if (!open.isEmpty()) {
      open.pop().ifPresent(call -> call.close = bracket);
    }
  }

  private void comma() {
    innermost().ifPresent(Call::separate);
  }

  private Optional<Call> innermost() {
    return open.isEmpty() ? Optional.empty() : open.peek();
  }

  private void word(int index) {
    innermost().filter(call -> separates(tokens, call.name, index)).ifPresent(Call::separate);
  }

  /** Whether the word at {@code index} stands between two arguments of the function that is named at {@code name}. */
  static boolean separates(Tokens tokens, int name, int index) {
    return isOneOf(BETWEEN_ARGUMENTS, tokens, index) && isOneOf(WORDY, tokens, name);
  }

  private static boolean isOneOf(List<String> words, Tokens tokens, int index) {
    for (String word : words) {
      if (tokens.isWord(index, word)) {
        return true;
      }
    }
    return false;
  }

  private static final class Call {
    private final int first;
    private final int name;
    private final int bracket;
    private int separators;
    private int close = -1;

    Call(int first, int name, int bracket) {
      this.first = first;
      this.name = name;
      this.bracket = bracket;
    }

    void separate() {
      separators++;
    }

    SqlExpression.FunctionCall finished(Tokens tokens) {
      int last = close < 0 ? tokens.size() - 1 : close;
      Optional<String> schema =
          first < name ? Optional.of(Names.of(tokens, first)) : Optional.empty();
      ObjectName function =
          new ObjectName(schema, Names.of(tokens, name), tokens.span(first, last));
      int arguments = last == bracket + 1 && close >= 0 ? 0 : separators + 1;
      return new SqlExpression.FunctionCall(function, arguments);
    }
  }
}
