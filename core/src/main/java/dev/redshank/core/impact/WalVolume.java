package dev.redshank.core.impact;

/** How the write-ahead log grows. */
public enum WalVolume {
  NONE("none"),
  /** A few records for the catalogs. */
  CATALOG("catalog"),
  /** With the rows that the statement changes. */
  PER_ROW("per-row"),
  /** With the size of a table or index that is written anew. */
  TABLE("table");

  private final String words;

  WalVolume(String words) {
    this.words = words;
  }

  /** As JSON writes it. */
  public String words() {
    return words;
  }
}
