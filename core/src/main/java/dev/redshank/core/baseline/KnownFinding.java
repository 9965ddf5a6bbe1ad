package dev.redshank.core.baseline;

import dev.redshank.core.finding.RuleId;
import dev.redshank.core.text.Span;
import java.util.Comparator;
import java.util.Optional;

/**
 * What names a finding however often its file is reformatted.
 *
 * @param path the migration
 * @param statement a hash of the statement's words; empty for a finding that a deploy has once, whatever the statement
 * @param content the same where the migration has got another name: a hash of the statement, else of the whole migration
 * @param sql the beginning of the statement, for people
 * @param span its place in the baseline, where it is read from one
 */
public record KnownFinding(
    RuleId rule, String path, String statement, String content, String sql, Optional<Span> span)
    implements Comparable<KnownFinding> {
  private static final Comparator<KnownFinding> ORDER = Comparator.comparing(KnownFinding::path)
      .thenComparing(KnownFinding::rule)
      .thenComparing(KnownFinding::sql)
      .thenComparing(KnownFinding::content);

  @Override
  public int compareTo(KnownFinding other) {
    return ORDER.compare(this, other);
  }

  /** What is the same as long as the migration keeps its name. */
  String here() {
    return rule + "\n" + path + "\n" + statement;
  }

  /** What is the same under another name. */
  String anywhere() {
    return rule + "\n" + content;
  }
}
