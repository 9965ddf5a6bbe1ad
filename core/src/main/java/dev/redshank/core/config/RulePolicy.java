package dev.redshank.core.config;

import dev.redshank.core.finding.RuleId;
import dev.redshank.core.rule.RuleOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a project says about rules: their levels and options. */
public final class RulePolicy {
  /** Nothing is said. */
  public static final RulePolicy NONE = new RulePolicy(Map.of(), Map.of());

  private final Map<RuleId, Level> levels;
  private final Map<RuleId, Map<String, Object>> chosen;
  private final RuleOptions options;

  private RulePolicy(Map<RuleId, Level> levels, Map<RuleId, Map<String, Object>> chosen) {
    this.levels = levels;
    this.chosen = chosen;
    RuleOptions all = RuleOptions.NONE;
    for (var rule : chosen.entrySet()) {
      for (var option : rule.getValue().entrySet()) {
        all = all.with(rule.getKey(), option.getKey(), option.getValue());
      }
    }
    this.options = all;
  }

  /** The level of a rule, where the project chose one. */
  public Optional<Level> level(RuleId rule) {
    return levels.isEmpty() ? Optional.empty() : Optional.ofNullable(levels.get(rule));
  }

  /** Every level that the project chose, in written order. */
  public Map<RuleId, Level> levels() {
    return levels;
  }

  /** Every option that the project chose, by rule, in written order. */
  public Map<RuleId, Map<String, Object>> chosen() {
    return chosen;
  }

  public RuleOptions options() {
    return options;
  }

  /** This policy with another on top of it. */
  public RulePolicy under(RulePolicy other) {
    if (other.levels.isEmpty() && other.chosen.isEmpty()) {
      return this;
    }
    Map<RuleId, Level> all = new LinkedHashMap<>(levels);
    all.putAll(other.levels);
    Map<RuleId, Map<String, Object>> both = new LinkedHashMap<>();
    chosen.forEach((rule, own) -> both.put(rule, new LinkedHashMap<>(own)));
    other.chosen.forEach((rule, own) ->
        both.computeIfAbsent(rule, unused -> new LinkedHashMap<>()).putAll(own));
    return new RulePolicy(all, both);
  }

  /** The same policy, where none of these rules is off. */
  RulePolicy switchedOn(List<RuleId> named) {
    Map<RuleId, Level> on = new LinkedHashMap<>(levels);
    on.entrySet()
        .removeIf(entry -> entry.getValue() == Level.OFF && named.contains(entry.getKey()));
    return new RulePolicy(on, chosen);
  }

  RulePolicy with(RuleId rule, Level level) {
    Map<RuleId, Level> all = new LinkedHashMap<>(levels);
    all.put(rule, level);
    return new RulePolicy(all, chosen);
  }

  RulePolicy with(RuleId rule, String option, Object value) {
    Map<RuleId, Map<String, Object>> one = Map.of(rule, Map.of(option, value));
    return under(new RulePolicy(Map.of(), one));
  }
}
