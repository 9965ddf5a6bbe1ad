package dev.redshank.core.rule;

import dev.redshank.core.statement.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of a run, sorted for the question "who wants to hear of this?". */
public final class RuleSet {
  private final List<Rule> rules;
  private final RuleIndex byStatement;
  private final RuleIndex byHaving;
  private final Map<Class<? extends Moment>, List<Rule>> byMoment = new HashMap<>();

  private RuleSet(List<Rule> rules) {
    this.rules = rules;
    this.byStatement = new RuleIndex(rules, RuleInfo::about);
    this.byHaving = new RuleIndex(rules, RuleInfo::having);
    for (Rule rule : rules) {
      for (Class<? extends Moment> moment : rule.info().moments()) {
        byMoment.computeIfAbsent(moment, unused -> new ArrayList<>()).add(rule);
      }
    }
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
    return byStatement.of(statement);
  }

  /** The rules that want to be asked at moments of this kind, whatever is in them. */
  public List<Rule> at(Class<? extends Moment> kind) {
    return byMoment.getOrDefault(kind, List.of());
  }

  /** The rules that want to be asked at a moment of this kind behind these statements. */
  public List<Rule> at(Class<? extends Moment> kind, List<StatementStep> steps) {
    Set<Rule> interested = new HashSet<>();
    for (StatementStep step : steps) {
      interested.addAll(byHaving.of(step.statement()));
    }
    List<Rule> asked = new ArrayList<>();
    for (Rule rule : at(kind)) {
      if (rule.info().having().isEmpty() || interested.contains(rule)) {
        asked.add(rule);
      }
    }
    return asked;
  }
}
