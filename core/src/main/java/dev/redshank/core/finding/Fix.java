package dev.redshank.core.finding;

import java.util.List;

/**
 * A mechanical change that removes the danger.
 *
 * @param title an imperative
 * @param safe whether it keeps the meaning of the migration wherever it is applied
 */
public record Fix(String title, boolean safe, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }
}
