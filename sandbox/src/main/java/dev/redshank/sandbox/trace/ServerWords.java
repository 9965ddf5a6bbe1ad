package dev.redshank.sandbox.trace;

import java.util.List;

/** What a server says of its own work, without what is noise. */
final class ServerWords {
  private static final List<String> TELLING = List.of(
      "rewriting table",
      "verifying table",
      "building index",
      "validating foreign key",
      "existing constraints on column");

  private ServerWords() {}

  /** The lines that tell of work on tables. */
  static List<String> telling(List<String> words) {
    return words.stream()
        .filter(word -> TELLING.stream().anyMatch(word::startsWith))
        .filter(word -> !word.contains("pg_toast"))
        .distinct()
        .toList();
  }
}
