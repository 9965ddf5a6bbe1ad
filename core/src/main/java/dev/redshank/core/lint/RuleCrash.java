package dev.redshank.core.lint;

import dev.redshank.core.finding.RuleId;

/**
 * A rule that threw. The rest of the run goes on.
 *
 * @param rule the rule
 * @param path the migration
 * @param line 1-based
 * @param error what it threw
 */
public record RuleCrash(RuleId rule, String path, int line, RuntimeException error) {
  /** What it means, for people who see where it was. */
  public String words() {
    return "The rule %s failed here, and says nothing: %s. This is a bug of Redshank."
        .formatted(rule, error);
  }
}
