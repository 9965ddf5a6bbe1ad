package dev.redshank.sandbox.drill;

import dev.redshank.core.sql.SqlScript;
import dev.redshank.core.sql.TokenKind;
import dev.redshank.core.sql.Tokens;
import dev.redshank.core.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a statement in lower case, without comments. What stands in the strings of blocks and
 * functions may be run, so its words count as well.
 */
record WordList(List<String> words) {
  private static final Set<String> RUNNING = Set.of("do", "create", "call", "execute");
  private static final int DEEPEST = 3;

  WordList {
    words = List.copyOf(words);
  }

  static WordList of(String sql) {
    List<String> words = new ArrayList<>();
    collect(sql, 0, words);
    return new WordList(words);
  }

  private static void collect(String sql, int depth, List<String> words) {
    Tokens tokens = SqlScript.tokens(SourceText.of("", sql));
    boolean runs = depth > 0 || RUNNING.stream().anyMatch(word -> tokens.isWord(0, word));
    for (int i = 0; i < tokens.size(); i++) {
      String text = tokens.text(i);
      TokenKind kind = tokens.kind(i);
      if (kind == TokenKind.QUOTED_NAME) {
        words.add(text.substring(1, Math.max(1, text.length() - 1)));
      } else if (runs && depth < DEEPEST && kind == TokenKind.STRING) {
        collect(text.substring(1, Math.max(1, text.length() - 1)), depth + 1, words);
      } else if (runs && depth < DEEPEST && kind == TokenKind.DOLLAR_STRING) {
        int open = text.indexOf('$', 1) + 1;
        collect(text.substring(open, Math.max(open, text.length() - open)), depth + 1, words);
      } else {
        words.add(text.toLowerCase(Locale.ROOT));
      }
    }
  }

  boolean has(String word) {
    return words.contains(word);
  }

  boolean hasAny(Set<String> any) {
    return words.stream().anyMatch(any::contains);
  }

  /** Whether words stand one behind the other. */
  boolean hasRow(String... row) {
    for (int i = 0; i + row.length <= words.size(); i++) {
      if (words.subList(i, i + row.length).equals(List.of(row))) {
        return true;
      }
    }
    return false;
  }

  /** What is granted to whom: from each GRANT to the end of its statement. */
  List<WordList> grants() {
    List<WordList> grants = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals("grant")) {
        int end = words.subList(i, words.size()).indexOf(";");
        grants.add(new WordList(words.subList(i, end < 0 ? words.size() : i + end)));
      }
    }
    return grants;
  }

  /** Whether one of some words stands before another one, and that one is there. */
  boolean beforeHas(String limit, Set<String> any) {
    int end = words.indexOf(limit);
    return end >= 0 && words.subList(0, end).stream().anyMatch(any::contains);
  }

  /** Whether a role becomes, or is no longer, a member of another: a GRANT without ON. */
  boolean changesMembership() {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals("grant") && ends(i, "to")
          || words.get(i).equals("revoke") && ends(i, "from")) {
        return true;
      }
    }
    return false;
  }

  private boolean ends(int from, String end) {
    for (int i = from + 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("on") || word.equals(";")) {
        return false;
      }
      if (word.equals(end)) {
        return true;
      }
    }
    return false;
  }
}
