package dev.redshank.core.rule;

import dev.redshank.core.finding.RuleId;
import java.util.HashMap;
import java.util.Map;

/** What a project chose for the options of rules; everything else has its standard. */
public final class RuleOptions {
  /** Nothing is chosen. */
  public static final RuleOptions NONE = new RuleOptions(Map.of());

  private final Map<RuleId, Map<String, Object>> chosen;

  private RuleOptions(Map<RuleId, Map<String, Object>> chosen) {
    this.chosen = chosen;
  }

  /** The value of an option of a rule. */
  public <T> T get(RuleId rule, RuleOption<T> option) {
    Object value = chosen.isEmpty() ? null : chosen.getOrDefault(rule, Map.of()).get(option.name());
    return value == null ? option.standard() : option.cast(value);
  }

  /** These options and one more, which takes the place of an earlier choice. */
  public RuleOptions with(RuleId rule, String option, Object value) {
    Map<RuleId, Map<String, Object>> all = new HashMap<>(chosen);
    Map<String, Object> own = new HashMap<>(all.getOrDefault(rule, Map.of()));
    own.put(option, value);
    all.put(rule, own);
    return new RuleOptions(all);
  }
}
