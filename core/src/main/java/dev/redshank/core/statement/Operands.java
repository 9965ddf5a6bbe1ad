package dev.redshank.core.statement;

import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells columns from values that are the same for every row. */
final class Operands {
  /** Nobody writes more parentheses and casts around one value; a hostile file may. */
  private static final int MAX_LAYERS = 50;

  private static final Set<String> VALUE_WORDS = Set.of(
      "AT",
      "DATE",
      "DAY",
      "DOUBLE",
      "EPOCH",
      "HOUR",
      "INTERVAL",
      "MINUTE",
      "MONTH",
      "PRECISION",
      "SECOND",
      "TIME",
      "TIMESTAMP",
      "TIMESTAMPTZ",
      "WITHOUT",
      "YEAR",
      "ZONE");

  private static final Set<String> FIXED_WORDS = Set.of(
      "TRUE",
      "FALSE",
      "NULL",
      "CURRENT_DATE",
      "CURRENT_TIME",
      "CURRENT_TIMESTAMP",
      "CURRENT_USER",
      "LOCALTIME",
      "LOCALTIMESTAMP",
      "SESSION_USER",
      "USER",
      "CURRENT_ROLE",
      "CURRENT_CATALOG");

  private final RowSources sources;

  Operands(RowSources sources) {
    this.sources = sources;
  }

  /** A value without the parentheses around it and without its casts. */
  static Tokens plain(Tokens value) {
    Tokens plain = value;
    for (int i = 0; i < MAX_LAYERS; i++) {
      Tokens next = withoutCast(withoutParentheses(plain));
      if (next.size() == plain.size()) {
        return plain;
      }
      plain = next;
    }
    return plain;
  }

  /** What stands in the parentheses around all of it, or itself. */
  static Tokens withoutParentheses(Tokens value) {
    boolean wrapped = value.is(0, TokenKind.OPEN)
        && value.is(value.size() - 1, TokenKind.CLOSE)
        && value.afterMatching(0) == value.size();
    return wrapped ? value.slice(1, value.size() - 1) : value;
  }

  private static Tokens withoutCast(Tokens value) {
    int first = value.is(0, TokenKind.OPEN) || value.is(1, TokenKind.OPEN)
        ? value.afterMatching(value.is(0, TokenKind.OPEN) ? 0 : 1)
        : endOfName(value);
    if (first < value.size() && value.isOperator(first, "::") && isTypeOnly(value, first + 1)) {
      return value.slice(0, first);
    }
    boolean cast = value.isWord(0, "CAST") && value.is(1, TokenKind.OPEN) && first == value.size();
    return cast ? castOperand(value.slice(2, value.size() - 1)) : value;
  }

  private static Tokens castOperand(Tokens inside) {
    for (int i = inside.size() - 1; i > 0; i--) {
      if (inside.isWord(i, "AS")) {
        return inside.slice(0, i);
      }
    }
    return inside;
  }

  /** Whether nothing but the words of a type and further casts follow. */
  private static boolean isTypeOnly(Tokens value, int from) {
    for (int i = from; i < value.size(); i++) {
      boolean calculates = value.is(i, TokenKind.OPERATOR) && !value.isOperator(i, "::");
      if (calculates || value.isWord(i, "AT") || value.isWord(i, "COLLATE")) {
        return false;
      }
    }
    return true;
  }

  private static int endOfName(Tokens value) {
    int end = 1;
    while (value.is(end, TokenKind.DOT)) {
      end += 2;
    }
    return end;
  }

  /** Whether it is a column, or a row of columns, of a table of the statement. */
  boolean isColumn(Tokens value) {
    Tokens plain = plain(value);
    if (plain.isWord(0, "ROW") && plain.is(1, TokenKind.OPEN)) {
      plain = plain(plain.slice(1, plain.size()));
    }
    List<Tokens> parts = plain.splitAtCommas();
    if (parts.size() > 1) {
      return parts.stream().allMatch(part -> isName(plain(part)) && !isVariable(plain(part), 0));
    }
    return isName(plain) && !isVariable(plain, 0);
  }

  /** Whether it is the same for every row: a constant, a variable, or made of such. */
  boolean isFixed(Tokens value) {
    Tokens plain = plain(value);
    if (plain.isEmpty()) {
      return false;
    }
    if (mentions(plain, "SELECT")) {
      return !sources.mentionedIn(plain);
    }
    for (int i = 0; i < plain.size(); i++) {
      boolean name = plain.is(i, TokenKind.WORD) || plain.is(i, TokenKind.QUOTED_NAME);
      if (name && !isFixedName(plain, i)) {
        return false;
      }
      i = name ? skipMembers(plain, i) : i;
    }
    return true;
  }

  private static int skipMembers(Tokens tokens, int name) {
    int last = name;
    while (tokens.is(last + 1, TokenKind.DOT)) {
      last += 2;
    }
    return last;
  }

  private boolean isFixedName(Tokens tokens, int i) {
    int last = skipMembers(tokens, i);
    return tokens.is(last + 1, TokenKind.OPEN)
        || tokens.is(i + 1, TokenKind.STRING)
        || tokens.isOperator(i - 1, "::")
        || isVariable(tokens, i)
        || isFixedWord(tokens, i);
  }

  private static boolean isFixedWord(Tokens tokens, int i) {
    if (!tokens.is(i, TokenKind.WORD)) {
      return false;
    }
    String word = tokens.text(i).toUpperCase(Locale.ROOT);
    return FIXED_WORDS.contains(word)
        || VALUE_WORDS.contains(word)
        || ReservedWords.contains(tokens, i);
  }

  /** A name and nothing else, with the table before it or not. */
  private static boolean isName(Tokens tokens) {
    boolean name = tokens.is(0, TokenKind.WORD) || tokens.is(0, TokenKind.QUOTED_NAME);
    if (!name || endOfName(tokens) != tokens.size()) {
      return false;
    }
    return tokens.size() > 1 || !ReservedWords.contains(tokens, 0);
  }

  private boolean isVariable(Tokens tokens, int i) {
    return tokens.text(i).contains("${") || sources.isVariable(Names.of(tokens, i));
  }

  private static boolean mentions(Tokens tokens, String word) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i, word)) {
        return true;
      }
    }
    return false;
  }
}
