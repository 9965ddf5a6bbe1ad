package dev.redshank.rules.invalidindex;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Flags a concurrent build that takes the INVALID index of a failed try for a finished one. */
public final class ConcurrentlyIfNotExists implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("concurrently-if-not-exists"),
          FailureMode.INVALID_INDEX,
          Severity.WARNING,
          "IF NOT EXISTS takes an INVALID index for a finished one")
      .at(MigrationEnd.class)
      .having(CreateIndex.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(MigrationEnd end) {
    List<Finding> findings = new ArrayList<>();
    Set<ObjectName> dropped = new HashSet<>();
    for (StatementStep step : end.steps()) {
      step.as(DropObjects.class)
          .filter(drop -> drop.target() == ObjectKind.INDEX)
          .ifPresent(drop -> dropped.addAll(drop.names()));
      step.as(CreateIndex.class)
          .filter(index -> isAtRisk(step, index))
          .flatMap(CreateIndex::name)
          .filter(name -> !dropped.contains(name))
          .ifPresent(name -> findings.add(describe(step, name)));
    }
    return findings;
  }

  private static boolean isAtRisk(StatementStep step, CreateIndex index) {
    return index.concurrently()
        && index.ifNotExists()
        && !step.transaction().open()
        && step.before().isOld(index.table())
        && !step.before()
            .relation(index.table())
            .map(table -> table.kind() == RelationKind.PARTITIONED_TABLE)
            .orElse(false);
  }

  private static Finding describe(StatementStep step, ObjectName name) {
    CreateIndex index = step.as(CreateIndex.class).orElseThrow();
    List<Uncertainty> doubts = step.doubtsAbout(index.table());
    String message =
        "When this build is stopped half way, the next try finds the INVALID leftover by its name, builds nothing and reports success: no query ever uses %s."
            .formatted(name);
    String unique = index.unique() ? "UNIQUE " : "";
    return INFO.finding(name.span(), Wording.with(message, doubts))
        .withUncertain(doubts)
        .withRecipe(List.of(
            "DROP INDEX CONCURRENTLY IF EXISTS %s;".formatted(inSchemaOf(index, name)),
            "CREATE %sINDEX CONCURRENTLY %s ON %s %s;"
                .formatted(
                    unique, name, index.table(), step.sqlBehind(index.table().span()))));
  }

  /** An index lies in the schema of its table, and CREATE INDEX does not say so. */
  private static ObjectName inSchemaOf(CreateIndex index, ObjectName name) {
    return new ObjectName(index.table().schema(), name.name(), name.span());
  }
}
