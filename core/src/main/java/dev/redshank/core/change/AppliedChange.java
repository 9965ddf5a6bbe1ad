package dev.redshank.core.change;

import java.util.Optional;

/**
 * A migration that exists at the reference and is no longer what it was there.
 *
 * @param path how results name it
 * @param before how they named it there
 * @param text what it held there, where it still exists
 * @param reference what it exists at
 */
public record AppliedChange(
    String path, String before, Kind kind, Optional<String> text, String reference) {
  /** What may happen to it. */
  public enum Kind {
    EDITED,
    DELETED,
    RENAMED
  }
}
