package dev.redshank.core.text;

import java.util.Optional;

/** What git leaves in a file that two sides changed, until somebody decides between them. */
public final class ConflictMarks {
  /** What to do about them. */
  public static final String REPAIR =
      "holds the marks of a merge conflict. Keep the lines of both sides and remove the marks.";

  private ConflictMarks() {}

  /** The first line that is one. */
  public static Optional<Span> firstIn(SourceText source) {
    for (int number = 1; number <= source.lineCount(); number++) {
      Span line = source.line(number);
      String text = source.slice(line);
      if (text.startsWith("<<<<<<< ") || text.startsWith(">>>>>>> ") || text.equals("=======")) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }
}
