package dev.redshank.core.lint;

import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The comments by which tools put what takes a migration back into the same file: everything behind
 * the mark is a down migration.
 */
final class DownMark {
  /** Of tern, dbmate, goose, sql-migrate, MyBatis Migrations and node-pg-migrate. */
  private static final Set<String> MARKS = Set.of(
      "create above / drop below",
      "migrate:down",
      "+goose down",
      "+migrate down",
      "//@undo",
      "down migration");

  /** Of tools that open a transaction around each half, unless the mark says otherwise. */
  private static final Set<String> UP_MARKS = Set.of("migrate:up", "+goose up", "+migrate up");

  private DownMark() {}

  /** Where the down half begins; empty when the file has none. */
  static Optional<Span> in(SourceText source, List<Span> comments) {
    return comments.stream()
        .filter(comment -> MARKS.contains(words(source, comment)))
        .findFirst();
  }

  /** Whether the tool that reads such marks runs the file in a transaction; empty when no mark tells. */
  static Optional<TransactionMode> transactions(SourceText source, List<Span> comments) {
    boolean marked = false;
    for (Span comment : comments) {
      String words = words(source, comment);
      if (words.contains("transaction:false")
          || words.endsWith("notransaction")
          || words.equals("+goose no transaction")) {
        return Optional.of(TransactionMode.AUTOCOMMIT);
      }
      marked |= UP_MARKS.contains(words) || words.equals("create above / drop below");
    }
    return marked ? Optional.of(TransactionMode.WRAPPED) : Optional.empty();
  }

  /** The words of a comment of one line, without its dashes; nothing for any other. */
  private static String words(SourceText source, Span comment) {
    if (comment.length() > 80 || source.file().charAt(comment.start()) != '-') {
      return "";
    }
    String text = source.slice(comment).strip();
    int start = 0;
    while (start < text.length() && text.charAt(start) == '-') {
      start++;
    }
    int end = text.length();
    while (end > start && text.charAt(end - 1) == '-') {
      end--;
    }
    return text.substring(start, end).strip().toLowerCase(Locale.ROOT);
  }
}
