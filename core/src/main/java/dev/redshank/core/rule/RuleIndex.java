package dev.redshank.core.rule;

import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Rules by the statements that they are interested in: there are few kinds, so each is looked up once and kept. */
final class RuleIndex {
  private final List<Rule> rules;
  private final Function<RuleInfo, StatementKinds> kinds;
  private final Map<Class<?>, List<Rule>> byKind = new ConcurrentHashMap<>();

  RuleIndex(List<Rule> rules, Function<RuleInfo, StatementKinds> kinds) {
    this.rules = rules;
    this.kinds = kinds;
  }

  /** The rules that a statement interests, in their order. */
  List<Rule> of(Statement statement) {
    if (!(statement instanceof AlterTable alter)) {
      return ofKind(statement.getClass());
    }
    if (alter.actions().size() == 1) {
      return ofKind(alter.actions().get(0).getClass());
    }
    return alter.actions().isEmpty() ? ofKind(AlterTable.class) : ofAny(alter.actions());
  }

  private List<Rule> ofAny(List<AlterAction> actions) {
    List<Rule> found = new ArrayList<>();
    for (Rule rule : rules) {
      for (AlterAction action : actions) {
        if (ofKind(action.getClass()).contains(rule)) {
          found.add(rule);
          break;
        }
      }
    }
    return found;
  }

  private List<Rule> ofKind(Class<?> kind) {
    List<Rule> known = byKind.get(kind);
    return known != null ? known : byKind.computeIfAbsent(kind, this::find);
  }

  private List<Rule> find(Class<?> kind) {
    return rules.stream().filter(rule -> kinds.apply(rule.info()).include(kind)).toList();
  }
}
