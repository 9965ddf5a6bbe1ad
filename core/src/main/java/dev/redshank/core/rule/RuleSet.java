package dev.redshank.core.rule;

import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The rules of a run, sorted for the question "who wants to hear of this?". */
public final class RuleSet {
  private final List<Rule> rules;
  private final Map<Class<? extends Statement>, List<Rule>> byStatement = new HashMap<>();
  private final Map<Class<?>, List<Rule>> byAction = new ConcurrentHashMap<>();
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

  /** The rules that want to be asked about a statement of this kind; of ALTER TABLE, with these actions. */
  public List<Rule> about(Statement statement) {
    if (!(statement instanceof AlterTable alter)) {
      return byStatement.getOrDefault(statement.getClass(), List.of());
    }
    // Most have one action, and there are few kinds, so the answers are kept.
    return alter.actions().size() == 1
        ? byAction.computeIfAbsent(alter.actions().get(0).getClass(), kind -> about(Set.of(kind)))
        : about(alter.actions().stream().map(Object::getClass).collect(Collectors.toSet()));
  }

  private List<Rule> about(Set<Class<?>> actions) {
    return byStatement.getOrDefault(AlterTable.class, List.of()).stream()
        .filter(rule -> rule.info().actions().isEmpty()
            || !Collections.disjoint(rule.info().actions(), actions))
        .toList();
  }

  /** The rules that want to be asked at moments of this kind. */
  public List<Rule> at(Class<? extends Moment> kind) {
    return byMoment.getOrDefault(kind, List.of());
  }
}
