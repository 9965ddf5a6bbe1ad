package dev.redshank.core.rule;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import java.util.List;

/** What Redshank itself finds wrong with a project rather than with a statement. Nobody is asked about a moment for it. */
public final class ProjectRules {
  /** A migration that ran somewhere is gone. */
  public static final RuleInfo APPLIED_MIGRATION_DELETED =
      rule("applied-migration-deleted", Severity.ERROR, "Migration that exists already is deleted");

  /** A migration that ran somewhere reads differently now. */
  public static final RuleInfo APPLIED_MIGRATION_EDITED =
      rule("applied-migration-edited", Severity.ERROR, "Migration that exists already is changed");

  /** A finding of the baseline that is no more. */
  public static final RuleInfo BASELINE_ENTRY_STALE =
      rule("baseline-entry-stale", Severity.NOTE, "Baseline names a finding that is gone");

  /** A suppression whose last day is over. */
  public static final RuleInfo SUPPRESSION_EXPIRED =
      rule("suppression-expired", Severity.WARNING, "Suppression is past its date");

  /** A comment that begins like a suppression and is none. */
  public static final RuleInfo SUPPRESSION_MALFORMED =
      rule("suppression-malformed", Severity.ERROR, "Suppression cannot be read");

  /** A suppression of a rule that does not exist. */
  public static final RuleInfo SUPPRESSION_OF_UNKNOWN_RULE =
      rule("suppression-of-unknown-rule", Severity.ERROR, "Suppression names no rule");

  /** A suppression of nothing. */
  public static final RuleInfo SUPPRESSION_UNUSED =
      rule("suppression-unused", Severity.WARNING, "Suppression suppresses nothing");

  /** A suppression that does not say why. */
  public static final RuleInfo SUPPRESSION_WITHOUT_REASON =
      rule("suppression-without-reason", Severity.ERROR, "Suppression gives no reason");

  private static final List<RuleInfo> ALL = List.of(
      APPLIED_MIGRATION_DELETED,
      APPLIED_MIGRATION_EDITED,
      BASELINE_ENTRY_STALE,
      SUPPRESSION_EXPIRED,
      SUPPRESSION_MALFORMED,
      SUPPRESSION_OF_UNKNOWN_RULE,
      SUPPRESSION_UNUSED,
      SUPPRESSION_WITHOUT_REASON);

  private ProjectRules() {}

  private static RuleInfo rule(String id, Severity severity, String title) {
    return new RuleInfo(new RuleId(id), FailureMode.PROJECT, severity, title);
  }

  /** Each of them, by name. */
  public static List<RuleInfo> all() {
    return ALL;
  }

  /** Whether a rule is one of them. */
  public static boolean contains(RuleId rule) {
    return ALL.stream().anyMatch(info -> info.id().equals(rule));
  }
}
