package dev.redshank.core.lint;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that somebody accepted.
 *
 * @param by where it was accepted
 * @param reason in the words of whoever did
 * @param until the last day on which it is
 */
public record Suppressed(
    LocatedFinding finding, By by, Optional<String> reason, Optional<LocalDate> until) {
  /** Where a finding may be accepted. */
  public enum By {
    COMMENT("comment"),
    FILE_COMMENT("file-comment"),
    SQUAWK_COMMENT("squawk-comment"),
    CONFIGURATION("configuration");

    private final String words;

    By(String words) {
      this.words = words;
    }

    /** As JSON writes it. */
    public String words() {
      return words;
    }
  }
}
