package dev.redshank.rules.destructiverollback;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.migration.Direction;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Truncate;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags TRUNCATE that empties tables it does not name. */
public final class TruncateCascades implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("truncate-cascades"),
          FailureMode.DESTRUCTIVE_ROLLBACK,
          Severity.ERROR,
          "TRUNCATE CASCADE empties tables that it does not name")
      .alsoIn(FailureMode.MIGRATION_DEADLOCK)
      .about(Truncate.class)
      .covers("ban-truncate-cascade");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    if (step.migration().direction() == Direction.DOWN) {
      return List.of();
    }
    return step.as(Truncate.class).filter(Truncate::cascade).stream()
        .flatMap(truncate -> truncate.tables().stream()
            .filter(table -> step.before().mayBeInUse(table))
            .limit(1)
            .filter(table -> !others(step, truncate).isEmpty() || isUnknown(step, truncate))
            .map(table -> describe(step, truncate, table)))
        .toList();
  }

  private static boolean isUnknown(StatementStep step, Truncate truncate) {
    return truncate.tables().stream().anyMatch(table -> !step.doubtsAbout(table).isEmpty());
  }

  /** The tables that it empties without naming them. */
  private static List<RelationName> others(StatementStep step, Truncate truncate) {
    List<RelationName> named = truncate.tables().stream().map(step::resolve).toList();
    return step.blockedTables().stream()
        .map(TableLock::relation)
        .filter(table -> !named.contains(table) && !isPartitionOf(step, table, named))
        .toList();
  }

  private static boolean isPartitionOf(
      StatementStep step, RelationName table, List<RelationName> named) {
    return step.before()
        .state()
        .relation(table)
        .flatMap(found -> found.partitionOf())
        .filter(named::contains)
        .isPresent();
  }

  private static Finding describe(StatementStep step, Truncate truncate, ObjectName table) {
    List<RelationName> others = others(step, truncate);
    List<Uncertainty> doubts = step.doubtsAbout(table);
    String what = others.isEmpty()
        ? "every table whose foreign keys refer to " + table
        : String.join(", ", others.stream().map(RelationName::toString).toList());
    String message = "CASCADE also empties %s, and no rollback brings the rows back.";
    return INFO.finding(truncate.span(), Wording.with(message.formatted(what), doubts))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(List.of(
            "-- name what is to be emptied; without CASCADE this fails where a table is missing",
            "TRUNCATE %s;".formatted(named(truncate, others))));
  }

  private static String named(Truncate truncate, List<RelationName> others) {
    List<String> all = new ArrayList<>();
    truncate.tables().forEach(table -> all.add(table.toString()));
    others.forEach(table -> all.add(table.toString()));
    return String.join(", ", all);
  }
}
