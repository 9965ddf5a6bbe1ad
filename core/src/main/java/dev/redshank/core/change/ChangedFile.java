package dev.redshank.core.change;

/**
 * A file that git says changed.
 *
 * @param path relative to the repository's top, with {@code /}
 * @param before its path at the reference; the same unless it was renamed
 * @param kind what happened to it
 */
record ChangedFile(String path, String before, Kind kind) {
  /** What may happen to a file. */
  enum Kind {
    ADDED,
    MODIFIED,
    DELETED,
    /** It has another path and the same content. */
    MOVED
  }
}
