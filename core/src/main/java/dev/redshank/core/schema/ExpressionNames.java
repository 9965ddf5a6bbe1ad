package dev.redshank.core.schema;

import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.statement.SqlExpression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns that an expression names, told by its tokens. */
final class ExpressionNames {
  private static final int DEEPEST = 50;
  private static final Set<String> KEYWORDS = Set.of(
      "all",
      "and",
      "any",
      "array",
      "as",
      "asc",
      "between",
      "case",
      "cast",
      "collate",
      "desc",
      "distinct",
      "else",
      "end",
      "exists",
      "false",
      "first",
      "from",
      "ilike",
      "in",
      "is",
      "isnull",
      "last",
      "like",
      "not",
      "notnull",
      "null",
      "nulls",
      "or",
      "overlaps",
      "similar",
      "symmetric",
      "then",
      "to",
      "true",
      "unknown",
      "when",
      "where",
      "interval",
      "date",
      "timestamp",
      "time",
      "current_date",
      "current_timestamp",
      "current_user",
      "row",
      "some",
      "at",
      "zone",
      "escape");

  private ExpressionNames() {}

  /** Every name that may be a column: not a function, a qualifier or the type of a cast. */
  static Set<String> words(SqlExpression expression) {
    Tokens tokens = expression.tokens();
    Set<String> words = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean quoted = tokens.is(i, TokenKind.QUOTED_NAME);
      boolean name = quoted || tokens.is(i, TokenKind.WORD);
      if (name
          && !tokens.is(i + 1, TokenKind.OPEN)
          && !tokens.is(i + 1, TokenKind.DOT)
          && !tokens.isOperator(i - 1, "::")) {
        String word = Names.of(tokens, i);
        if (quoted || !KEYWORDS.contains(word)) {
          words.add(word);
        }
      }
    }
    return words;
  }

  /** The columns of {@code relation} in an expression; every candidate where its columns are not all known. */
  static List<String> columns(SqlExpression expression, Relation relation) {
    return words(expression).stream()
        .filter(word -> !relation.shapeKnown() || relation.columns().containsKey(word))
        .toList();
  }

  /** What PostgreSQL calls an index key that is no plain column (FigureIndexColname). */
  static String keyName(SqlExpression expression) {
    Tokens tokens = inBrackets(expression.tokens(), DEEPEST);
    if (tokens.size() > 2
        && tokens.is(tokens.size() - 1, TokenKind.WORD)
        && tokens.isOperator(tokens.size() - 2, "::")) {
      Tokens inner = inBrackets(tokens.slice(0, tokens.size() - 2), DEEPEST);
      String name = plainOrCall(inner);
      return name.isEmpty() ? Names.of(tokens, tokens.size() - 1) : name;
    }
    String name = plainOrCall(tokens);
    return name.isEmpty() ? "expr" : name;
  }

  private static String plainOrCall(Tokens tokens) {
    int last = 0;
    while (isName(tokens, last) && tokens.is(last + 1, TokenKind.DOT)) {
      last += 2;
    }
    if (!isName(tokens, last)) {
      return "";
    }
    boolean plain = last + 1 == tokens.size();
    boolean call =
        tokens.is(last + 1, TokenKind.OPEN) && tokens.afterMatching(last + 1) == tokens.size();
    return plain || call ? Names.of(tokens, last) : "";
  }

  private static boolean isName(Tokens tokens, int index) {
    return tokens.is(index, TokenKind.WORD) || tokens.is(index, TokenKind.QUOTED_NAME);
  }

  private static Tokens inBrackets(Tokens tokens, int deepest) {
    Tokens inner = tokens;
    for (int i = 0; i < deepest; i++) {
      if (!inner.is(0, TokenKind.OPEN)
          || inner.afterMatching(0) != inner.size()
          || inner.size() < 3) {
        return inner;
      }
      inner = inner.slice(1, inner.size() - 1);
    }
    return inner;
  }

  /** The columns that are not NULL wherever the condition holds: those of {@code column IS NOT NULL} among its ANDs. */
  static List<String> refusedNulls(SqlExpression condition) {
    List<String> columns = new ArrayList<>();
    collect(condition.tokens(), columns, DEEPEST);
    return columns;
  }

  private static void collect(Tokens condition, List<String> columns, int deepest) {
    Tokens tokens = inBrackets(condition, deepest);
    List<Tokens> arms = arms(tokens);
    if (arms.size() > 1 && deepest > 0) {
      arms.forEach(arm -> collect(arm, columns, deepest - 1));
      return;
    }
    boolean negated = tokens.isWord(0, "NOT");
    Tokens test = negated ? inBrackets(tokens.slice(1, tokens.size()), deepest) : tokens;
    int name = test.is(1, TokenKind.DOT) ? 2 : 0;
    if (!isName(test, name)) {
      return;
    }
    Tokens rest = test.slice(name + 1, test.size());
    boolean isNull = rest.areWords(0, "IS", "NULL") && rest.size() == 2
        || rest.isWord(0, "ISNULL") && rest.size() == 1;
    boolean isNotNull = rest.areWords(0, "IS", "NOT", "NULL") && rest.size() == 3
        || rest.isWord(0, "NOTNULL") && rest.size() == 1;
    if (negated ? isNull : isNotNull) {
      columns.add(Names.of(test, name));
    }
  }

  /** The parts between the ANDs outside all brackets; one part where there is an OR. */
  private static List<Tokens> arms(Tokens tokens) {
    List<Tokens> arms = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean between = false;
    for (int i = 0; i < tokens.size(); i++) {
      depth += step(tokens, i);
      if (depth != 0) {
        continue;
      }
      if (tokens.isWord(i, "OR")) {
        return List.of(tokens);
      } else if (tokens.isWord(i, "BETWEEN")) {
        between = true;
      } else if (tokens.isWord(i, "AND") && between) {
        between = false;
      } else if (tokens.isWord(i, "AND")) {
        arms.add(tokens.slice(start, i));
        start = i + 1;
      }
    }
    arms.add(tokens.slice(start, tokens.size()));
    return arms;
  }

  private static int step(Tokens tokens, int index) {
    return switch (tokens.kind(index)) {
      case OPEN, OPEN_BRACKET -> 1;
      case CLOSE, CLOSE_BRACKET -> -1;
      case WORD -> tokens.isWord(index, "CASE") ? 1 : tokens.isWord(index, "END") ? -1 : 0;
      default -> 0;
    };
  }
}
