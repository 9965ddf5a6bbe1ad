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
            .thenComparing(other -> other))
        .filter(other -> distance(word, other) <= other.length() / 2);
  }

  /** A sentence that offers the nearest word; empty where none is near. */
  public static String hint(String word, Collection<String> known) {
    return of(word, known).map(near -> " Did you mean '" + near + "'?").orElse("");
  }

  /** Levenshtein's distance. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
