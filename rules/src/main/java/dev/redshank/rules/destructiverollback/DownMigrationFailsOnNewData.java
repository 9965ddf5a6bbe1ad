package dev.redshank.rules.destructiverollback;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Truncate;
import dev.redshank.core.statement.Update;
import dev.redshank.core.text.Span;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Flags a down migration that demands of the rows what its up migration no longer did: whatever was
 * written since need not satisfy it.
 */
public final class DownMigrationFailsOnNewData implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("down-migration-fails-on-new-data"),
          FailureMode.DESTRUCTIVE_ROLLBACK,
          Severity.WARNING,
          "Rolling back fails on rows written since")
      .alsoIn(FailureMode.NOT_NULL_WITHOUT_BACKFILL)
      .at(MigrationEnd.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(MigrationEnd end) {
    if (end.migration().direction() != Direction.DOWN) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    Set<RelationName> mended = new HashSet<>();
    for (StatementStep step : end.steps()) {
      changed(step).map(step::resolve).forEach(mended::add);
      List<Demand> unmet = demands(step)
          .filter(demand -> step.before().mayHoldRows(demand.table()))
          .filter(demand -> !mended.contains(step.resolve(demand.table())))
          .filter(demand -> !new RowsBefore(end.before(), step).satisfy(demand))
          .toList();
      if (!unmet.isEmpty()) {
        findings.add(describe(step, unmet));
      }
    }
    return findings;
  }

  /** Whose rows a statement changes: that is how a careful rollback makes room for what it demands. */
  private static Stream<ObjectName> changed(StatementStep step) {
    return Stream.of(
            step.as(Update.class).map(Update::table).stream(),
            step.as(Delete.class).map(Delete::table).stream(),
            step.as(Merge.class).map(Merge::table).stream(),
            step.as(Truncate.class).stream().flatMap(truncate -> truncate.tables().stream()))
        .flatMap(tables -> tables);
  }

  private static Stream<Demand> demands(StatementStep step) {
    Stream<Demand> actions = step.alterations(AlterAction.class)
        .filter(alteration -> !(alteration.action() instanceof AddColumn))
        .flatMap(alteration -> Demand.of(
            alteration.table(),
            alteration.span(),
            Optional.of(alteration.action()),
            step.impactOf(alteration)));
    Stream<Demand> indexes = step.as(CreateIndex.class).stream()
        .flatMap(index -> Demand.of(index.table(), index.span(), Optional.empty(), step.impact()));
    return Stream.concat(actions, indexes);
  }

  private static Finding describe(StatementStep step, List<Demand> unmet) {
    Demand demand = unmet.get(0);
    String message =
        "Rolling back %s: since its up migration ran, the application may have written such rows to %s.%s"
            .formatted(demand.failure().reason(), demand.table(), further(unmet.size() - 1));
    return INFO.finding(demand.span(), message)
        .withUncertain(List.of(demand.failure()))
        .withLocks(step.blockingLocks())
        .withRecipe(List.of(
            "-- leave it weaker: the older version of the application writes nothing that breaks it",
            "-- where it must come back, make the rows of %s fit first, in batches, and then:"
                .formatted(demand.table()),
            String.join(" ", Wording.ended(step.sql()))));
  }

  private static String further(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> " Another part of the statement can fail like this.";
      default -> " " + count + " more parts of the statement can fail like this.";
    };
  }

  /**
   * What a statement demands of the rows of a table.
   *
   * @param action the action of ALTER TABLE that does; empty for an index
   * @param failure when and with which SQLSTATE it fails
   */
  record Demand(ObjectName table, Span span, Optional<AlterAction> action, Uncertainty failure) {
    static Stream<Demand> of(
        ObjectName table, Span span, Optional<AlterAction> action, StatementImpact impact) {
      return impact.uncertain().stream()
          .filter(doubt -> doubt.fact().equals("rows"))
          .limit(1)
          .map(doubt -> new Demand(table, span, action, doubt));
    }
  }
}
