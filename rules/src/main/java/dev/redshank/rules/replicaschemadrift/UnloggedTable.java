package dev.redshank.rules.replicaschemadrift;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.statement.AlterAction.SetLogged;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Persistence;
import dev.redshank.rules.words.Wording;
import java.util.List;

/** Flags a table whose rows replicas do not have and a crash takes. */
public final class UnloggedTable implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("unlogged-table"),
          FailureMode.REPLICA_SCHEMA_DRIFT,
          Severity.ERROR,
          "Unlogged table is empty on replicas and after a crash")
      .alsoIn(FailureMode.HIDDEN_REWRITE, FailureMode.DESTRUCTIVE_ROLLBACK)
      .altering(SetLogged.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return step.alterations(SetLogged.class)
        .filter(set -> !set.action().logged() && step.before().mayBeInUse(set.table()))
        .filter(set -> !isUnlogged(step, set.table()))
        .map(set -> describe(step, set))
        .toList();
  }

  private static boolean isUnlogged(StatementStep step, ObjectName table) {
    return step.before()
        .relation(table)
        .map(found -> found.persistence() == Persistence.UNLOGGED)
        .orElse(false);
  }

  private static Finding describe(StatementStep step, Alteration<SetLogged> set) {
    List<Uncertainty> doubts = step.doubtsAbout(set.table());
    String message =
        "%s is rewritten while nobody can read or write it; from then on queries on it fail on every standby (0A000), and a crash empties it."
            .formatted(set.table());
    return INFO.finding(set.span(), Wording.with(message, doubts))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(List.of(
            "-- a new table for what can be made again; this one stays logged",
            "CREATE UNLOGGED TABLE %s (LIKE %s INCLUDING ALL);"
                .formatted(Wording.named(set.table().name(), "cache"), set.table())));
  }
}
