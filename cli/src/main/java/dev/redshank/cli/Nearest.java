package dev.redshank.cli;

import java.util.List;
import java.util.Optional;

/** Offers the word that somebody meant on the command line. */
final class Nearest {
  private Nearest() {}

  static Optional<String> of(String word, List<String> known) {
    return dev.redshank.core.text.Nearest.of(word, known);
  }

  /** What to say about a name that is none of those that are known. */
  static UsageException unknown(String kind, String word, List<String> known, String lister) {
    String hint = dev.redshank.core.text.Nearest.hint(word, known);
    return new UsageException(
        "There is no " + kind + " '" + word + "'." + hint + " '" + lister + "' lists them.");
  }
}
