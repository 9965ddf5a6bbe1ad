package dev.redshank.rules.replicaschemadrift;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.SetSetting;
import java.util.List;

/** Flags a session that says it replays what another server has checked. */
public final class SessionReplicationRole implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("session-replication-role"),
          FailureMode.REPLICA_SCHEMA_DRIFT,
          Severity.WARNING,
          "Foreign keys and triggers are off in this session")
      .alsoIn(FailureMode.DESTRUCTIVE_ROLLBACK)
      .about(SetSetting.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return step
        .as(SetSetting.class)
        .filter(set -> set.name().equals("session_replication_role"))
        .filter(set -> set.values().stream().anyMatch("replica"::equalsIgnoreCase))
        .map(SessionReplicationRole::describe)
        .stream()
        .toList();
  }

  private static Finding describe(SetSetting set) {
    String message =
        "From here on no foreign key is checked and no trigger fires in this session: rows that break them stay, and nothing finds them later.";
    return INFO.finding(set.span(), message)
        .withRecipe(List.of(
            "-- parents before children; or, where keys are DEFERRABLE, in any order:",
            "SET CONSTRAINTS ALL DEFERRED;",
            "-- a trigger that must not fire here, in one transaction:",
            "ALTER TABLE … DISABLE TRIGGER …;",
            "-- the rows",
            "ALTER TABLE … ENABLE TRIGGER …;"));
  }
}
