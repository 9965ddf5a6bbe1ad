package dev.redshank.core.migration;

import dev.redshank.core.text.SourceText;
import java.util.Optional;

/**
 * What came of reading a file: its text, or what the user must mend.
 *
 * @param source the text, where it could be read
 * @param problem why it could not
 */
public record Reading(Optional<SourceText> source, Optional<Problem> problem) {
  public static Reading of(SourceText source) {
    return new Reading(Optional.of(source), Optional.empty());
  }

  public static Reading failed(Problem problem) {
    return new Reading(Optional.empty(), Optional.of(problem));
  }

  /** Gets at the text of migrations, from disk or from memory. Asked from several threads. */
  public interface Reader {
    Reading read(MigrationFile file);
  }
}
