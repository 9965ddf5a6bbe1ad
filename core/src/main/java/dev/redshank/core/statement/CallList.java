package dev.redshank.core.statement;

import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The function calls of a query, gathered while its parentheses open and close. */
final class CallList {
  static final int NONE = -1;

  /** Words that may come right before a function's name without being reserved. */
  private static final Set<String> BEFORE_CALLS = Set.of(
      "BETWEEN",
      "BY",
      "CALL",
      "ESCAPE",
      "ILIKE",
      "IS",
      "JOIN",
      "LIKE",
      "PERFORM",
      "SET",
      "VALUES",
      "ZONE",
      "EXISTS",
      "OVERLAPS");

  /** Words that may come right before a bracket, besides those of {@link NotFunctions}, and call nothing. */
  private static final Set<String> NO_CALLS = Set.of(
      "CAST",
      "COLUMNS",
      "CONFLICT",
      "CUBE",
      "GROUP",
      "INSERT",
      "INTO",
      "LATERAL",
      "MATERIALIZED",
      "ONLY",
      "ROLLUP",
      "SETS");

  private final Tokens tokens;
  private final List<Call> calls = new ArrayList<>();
  private int notCalled = NONE;

  CallList(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Says that the bracket at {@code index} follows a name that calls nothing. */
  void notCalledAt(int index) {
    notCalled = index;
  }

  /** The number of the call whose arguments the bracket at {@code open} begins. */
  int open(int open) {
    int name = open - 1;
    if (open == notCalled || !isCallable(name)) {
      return NONE;
    }
    int first = tokens.is(name - 1, TokenKind.DOT) && name >= 2 ? name - 2 : name;
    if (isAlias(first - 1)) {
      return NONE;
    }
    calls.add(new Call(first, name, open));
    return calls.size() - 1;
  }

  void comma(int call) {
    if (call != NONE) {
      calls.get(call).commas++;
    }
  }

  /** A word between the brackets of a call, which may stand between two arguments. */
  void word(int call, int index) {
    if (call != NONE && FunctionCalls.separates(tokens, calls.get(call).name, index)) {
      calls.get(call).commas++;
    }
  }

  void close(int call, int close) {
    if (call != NONE) {
      calls.get(call).close = close;
    }
  }

  /** The calls in written order; one for all that have the same name and number of arguments. */
  List<SqlExpression.FunctionCall> finished() {
    Set<SqlExpression.FunctionCall> finished = new LinkedHashSet<>();
    for (Call call : calls) {
      finished.add(call.finished(tokens));
    }
    return List.copyOf(finished);
  }

  private boolean isCallable(int name) {
    if (tokens.is(name, TokenKind.QUOTED_NAME)) {
      return true;
    }
    return tokens.is(name, TokenKind.WORD)
        && !NotFunctions.contains(tokens, name)
        && !NO_CALLS.contains(upper(name));
  }

  /** {@code v} of {@code (VALUES (1)) AS v(a)}, of {@code f() v(a)} and of {@code t v(a)} calls nothing. */
  private boolean isAlias(int before) {
    return switch (tokens.kind(before)) {
      case CLOSE, QUOTED_NAME -> true;
      case WORD -> tokens.isWord(before, "AS") || !mayPrecedeCall(before);
      default -> false;
    };
  }

  private boolean mayPrecedeCall(int index) {
    return ReservedWords.contains(tokens, index)
        || NotFunctions.contains(tokens, index)
        || BEFORE_CALLS.contains(upper(index));
  }

  private String upper(int index) {
    return tokens.text(index).toUpperCase(Locale.ROOT);
  }

  private static final class Call {
    private final int first;
    private final int name;
    private final int open;
    private int commas;
    private int close = NONE;

    Call(int first, int name, int open) {
      this.first = first;
      this.name = name;
      this.open = open;
    }

    SqlExpression.FunctionCall finished(Tokens tokens) {
      int last = close == NONE ? tokens.size() - 1 : close;
      boolean none = close == open + 1;
      Optional<String> schema =
          first < name ? Optional.of(Names.of(tokens, first)) : Optional.empty();
      ObjectName function =
          new ObjectName(schema, Names.of(tokens, name), tokens.span(first, last));
      return new SqlExpression.FunctionCall(function, none ? 0 : commas + 1);
    }
  }
}
