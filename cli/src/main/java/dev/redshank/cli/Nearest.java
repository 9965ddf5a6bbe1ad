package dev.redshank.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the word that somebody meant. */
final class Nearest {
  private Nearest() {}

  /** The known word with the fewest edits, when they are fewer than half of its letters. */
  static Optional<String> of(String word, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt((String other) -> distance(word, other))
            .thenComparing(other -> other))
        .filter(other -> distance(word, other) <= other.length() / 2);
  }

  /** What to say about a name that is none of those that are known. */
  static UsageException unknown(String kind, String word, List<String> known, String lister) {
    String hint = of(word, known).map(near -> " Did you mean '" + near + "'?").orElse("");
    return new UsageException(
        "There is no " + kind + " '" + word + "'." + hint + " '" + lister + "' lists them.");
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
