package dev.redshank.rules.destructiverollback;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.AlterAction.Firing;
import dev.redshank.core.statement.AlterAction.ToggleTrigger;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Flags triggers that are still off when others can write again. */
public final class TriggersDisabled implements Rule {
  private static final Set<String> MANY = Set.of("ALL", "USER");

  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("triggers-disabled"),
          FailureMode.DESTRUCTIVE_ROLLBACK,
          Severity.WARNING,
          "Triggers are off after the transaction")
      .alsoIn(FailureMode.REPLICA_SCHEMA_DRIFT)
      .at(TransactionEnd.class)
      .havingAltered(ToggleTrigger.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(TransactionEnd end) {
    if (!end.committed()) {
      return List.of();
    }
    Map<Trigger, Finding> off = new LinkedHashMap<>();
    for (StatementStep step : end.steps()) {
      step.alterations(ToggleTrigger.class)
          .filter(toggle -> step.before().mayBeInUse(toggle.table()))
          .forEach(toggle -> apply(step, toggle, off));
    }
    return List.copyOf(off.values());
  }

  private static void apply(
      StatementStep step, Alteration<ToggleTrigger> toggle, Map<Trigger, Finding> off) {
    Trigger trigger = new Trigger(step.resolve(toggle.table()), toggle.action().trigger());
    if (toggle.action().firing() == Firing.DISABLED) {
      off.put(trigger, describe(step, toggle));
    } else {
      off.keySet().removeIf(trigger::covers);
    }
  }

  private static Finding describe(StatementStep step, Alteration<ToggleTrigger> toggle) {
    String name = toggle.action().trigger();
    ObjectName table = toggle.table();
    List<Uncertainty> doubts = step.doubtsAbout(table);
    String what = switch (name) {
      case "ALL" -> "no foreign key of %s is checked and none of its triggers fires";
      case "USER" -> "no trigger of %s fires";
      default -> "trigger " + name + " of %s does not fire";
    };
    String message = "From this commit on %s, for every session, until somebody enables it again."
        .formatted(what.formatted(table));
    AlterTable whole = toggle.statement();
    String trigger = MANY.contains(name) ? name : Wording.named(name);
    return INFO.finding(toggle.span(), Wording.with(message, doubts))
        .withSeverity(MANY.contains(name) ? Severity.WARNING : Severity.NOTE)
        .withUncertain(doubts)
        .withRecipe(List.of(
            "BEGIN;",
            "ALTER TABLE %s DISABLE TRIGGER %s;".formatted(whole.table(), trigger),
            "-- what it must not see; other sessions cannot write meanwhile",
            "ALTER TABLE %s ENABLE TRIGGER %s;".formatted(whole.table(), trigger),
            "COMMIT;"));
  }

  /** One or many triggers of a table. */
  private record Trigger(RelationName table, String name) {
    boolean covers(Trigger other) {
      return table.equals(other.table)
          && (name.equals(other.name)
              || name.equals("ALL")
              || (name.equals("USER") && !other.name.equals("ALL")));
    }
  }
}
