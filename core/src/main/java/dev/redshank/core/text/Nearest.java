package dev.redshank.core.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody meant. */
public final class Nearest {
  /** Longer words are no slips of the hand, and comparing them takes time. */
  private static final int LONGEST = 200;

  private Nearest() {}

  /** The known word with the fewest edits, when they are fewer than half of its letters. */
  public static Optional<String> of(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .min(Comparator.comparingInt((String other) -> distance(word, other))
            .thenComparing(other -> !other.regionMatches(0, word, 0, 1))
            .thenComparing(other -> other))
        .filter(other -> distance(word, other) <= other.length() / 2);
  }

  /** A sentence that offers the nearest word; empty where none is near. */
  public static String hint(String word, Collection<String> known) {
    return of(word, known).map(near -> " Did you mean '" + near + "'?").orElse("");
  }

  /** Levenshtein's distance, in which two letters that changed places are one edit. */
  private static int distance(String one, String other) {
    int[][] edits = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      edits[i][0] = i;
    }
    for (int j = 0; j <= other.length(); j++) {
      edits[0][j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
        edits[i][j] = Math.min(least, edits[i - 1][j - 1] + change);
        if (isSwapped(one, i, other, j)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[one.length()][other.length()];
  }

  private static boolean isSwapped(String one, int i, String other, int j) {
    return i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
