package dev.redshank.core.rule;

import dev.redshank.core.statement.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of a run, sorted for the question "who wants to hear of this?". */
public final class RuleSet {
  private final List<Rule> rules;
  private final Map<Class<? extends Statement>, List<Rule>> byStatement = new HashMap<>();
  private final Map<Class<? extends Moment>, List<Rule>> byMoment = new HashMap<>();

  private RuleSet(List<Rule> rules) {
    this.rules = rules;
    for (Rule rule : rules) {
      RuleInfo info = rule.info();
      info.statements().forEach(kind -> add(byStatement, kind, rule));
      info.moments().forEach(kind -> add(byMoment, kind, rule));
    }
  }

  private static <K> void add(Map<K, List<Rule>> map, K key, Rule rule) {
    map.computeIfAbsent(key, unused -> new ArrayList<>()).add(rule);
  }

  /** A set that asks its rules in the order of their names. */
  public static RuleSet of(List<Rule> rules) {
    return new RuleSet(rules.stream()
        .sorted(Comparator.comparing((Rule rule) -> rule.info().id()))
        .toList());
  }

  /** Every rule, by name. */
  public List<Rule> rules() {
    return rules;
  }

  /** The rules that want to be asked about statements of this kind. */
  public List<Rule> about(Class<? extends Statement> kind) {
    return byStatement.getOrDefault(kind, List.of());
  }

  /** The rules that want to be asked at moments of this kind. */
  public List<Rule> at(Class<? extends Moment> kind) {
    return byMoment.getOrDefault(kind, List.of());
  }
}
