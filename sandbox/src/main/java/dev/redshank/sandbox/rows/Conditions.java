package dev.redshank.sandbox.rows;

import dev.redshank.core.sql.Names;
import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Looks into conditions as PostgreSQL itself writes them. */
final class Conditions {
  private Conditions() {}

  private static Tokens tokens(String expression) {
    return SqlScript.tokens(SourceText.of("condition", expression));
  }

  /** The parts between the outermost ANDs; of an empty text none. */
  static List<String> conjuncts(String expression) {
    Tokens tokens = unwrapped(tokens(expression));
    List<String> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, TokenKind.OPEN)) {
        depth++;
      } else if (tokens.is(i, TokenKind.CLOSE)) {
        depth--;
      } else if (tokens.isWord(i, "BETWEEN") || (depth == 0 && tokens.isWord(i, "OR"))) {
        return List.of(expression);
      } else if (depth == 0 && tokens.isWord(i, "AND")) {
        parts.add(tokens.slice(start, i).sql());
        start = i + 1;
      }
    }
    if (start < tokens.size()) {
      parts.add(tokens.slice(start, tokens.size()).sql());
    }
    return parts;
  }

  private static Tokens unwrapped(Tokens tokens) {
    Tokens inner = tokens;
    while (inner.size() > 1
        && inner.is(0, TokenKind.OPEN)
        && inner.afterMatching(0) == inner.size()) {
      inner = inner.slice(1, inner.size() - 1);
    }
    return inner;
  }

  /** The columns whose names stand in the text. */
  static List<Integer> columnsIn(String expression, List<TableInfo.Column> columns) {
    Tokens tokens = tokens(expression);
    List<Integer> found = new ArrayList<>();
    for (TableInfo.Column column : columns) {
      for (int i = 0; i < tokens.size(); i++) {
        if (Names.of(tokens, i).equals(column.name())) {
          found.add(column.number());
          break;
        }
      }
    }
    return found;
  }

  /** The numbers in the text, without sign, as they are written. */
  static List<String> numbersIn(String expression) {
    return ofKind(expression, TokenKind.NUMBER);
  }

  /** The string constants in the text, with their quotes. */
  static List<String> stringsIn(String expression) {
    return ofKind(expression, TokenKind.STRING);
  }

  private static List<String> ofKind(String expression, TokenKind kind) {
    Tokens tokens = tokens(expression);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, kind) && !found.contains(tokens.text(i))) {
        found.add(tokens.text(i));
      }
    }
    return found;
  }

  /** A domain's condition, in which VALUE becomes {@code replacement}. */
  static String withValue(String condition, String replacement) {
    Tokens tokens = tokens(condition);
    StringBuilder text = new StringBuilder();
    int end = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i, "VALUE")) {
        text.append(condition, end, tokens.contentStart(i)).append(replacement);
        end = tokens.contentEnd(i);
      }
    }
    return text.append(condition.substring(end)).toString();
  }
}
