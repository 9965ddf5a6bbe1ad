package dev.redshank.core.lint;

import dev.redshank.core.change.AppliedChange;
import dev.redshank.core.rule.ProjectRules;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.function.Function;

/** Says what it means that a migration which ran is no longer what ran. */
final class AppliedChanges {
  private AppliedChanges() {}

  /**
   * @param texts the migrations that were read, by path; a text without content for any other
   */
  static void report(
      List<AppliedChange> changes, Function<String, SourceText> texts, ProjectFindings project) {
    for (AppliedChange change : changes) {
      SourceText source = texts.apply(change.path());
      switch (change.kind()) {
        case DELETED ->
          project.add(
              ProjectRules.APPLIED_MIGRATION_DELETED,
              source,
              new Span(0, 0),
              "%s exists at %s and is gone here: databases that ran it keep what it did, new ones never do it."
                  .formatted(change.path(), change.reference()));
        case RENAMED ->
          project.add(
              ProjectRules.APPLIED_MIGRATION_DELETED,
              source,
              new Span(0, 0),
              "This is %s at %s: to databases that ran it under that name, this is another migration, and the old one is missing."
                  .formatted(change.before(), change.reference()));
        case EDITED ->
          project.add(
              ProjectRules.APPLIED_MIGRATION_EDITED,
              source,
              firstDifference(source, change.text().orElse("")),
              "This exists at %s and reads differently here: databases that ran it keep what the old text did, and a tool that compares checksums refuses to go on."
                  .formatted(change.reference()));
      }
    }
  }

  /** The first line that is not the old one. */
  private static Span firstDifference(SourceText source, String before) {
    SourceText old = SourceText.of(source.path(), before);
    int number = 1;
    while (number < source.lineCount()
        && number <= old.lineCount()
        && source.slice(source.line(number)).equals(old.slice(old.line(number)))) {
      number++;
    }
    return source.line(number);
  }
}
