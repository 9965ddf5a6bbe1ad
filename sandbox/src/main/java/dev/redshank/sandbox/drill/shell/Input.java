package dev.redshank.sandbox.drill.shell;

/** What somebody answered to a prompt. */
sealed interface Input {
  /** A line, or several that were pasted at once, without the last line break. */
  record Line(String text) implements Input {}

  /** What was typed is to be forgotten. */
  record Abandoned() implements Input {}

  /** Nothing will follow. */
  record End() implements Input {}
}
