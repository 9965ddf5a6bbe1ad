package dev.redshank.core.rule;

import java.util.List;

/** The rules of a run, sorted for the question "who wants to hear of this?". */
public final class RuleSet {
  private final List<Rule> rules;

  private RuleSet(List<Rule> rules) {
    this.rules = rules;
  }

  public static RuleSet of(List<Rule> rules) {
    return new RuleSet(List.copyOf(rules));
  }

  /** Every rule, by name. */
  public List<Rule> rules() {
    return rules;
  }
}
