package dev.redshank.rules.migrationdeadlock;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.Place;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Update;
import dev.redshank.rules.words.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flags a transaction that locks rows of a table first and the table itself afterwards. */
public final class LockUpgradedInTransaction implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("lock-upgraded-in-transaction"),
          FailureMode.MIGRATION_DEADLOCK,
          Severity.WARNING,
          "Transaction changes rows and then locks their table")
      .at(TransactionEnd.class)
      .having(Update.class, Delete.class, Merge.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(TransactionEnd end) {
    Map<RelationName, StatementStep> changed = new HashMap<>();
    for (StatementStep step : end.steps()) {
      for (TableLock lock : step.blockedTables()) {
        Optional<StatementStep> first = Optional.ofNullable(changed.get(lock.relation()));
        if (first.isPresent()) {
          return List.of(describe(first.get(), step, lock));
        }
      }
      changedBy(step)
          .filter(table -> step.before().mayHoldRows(table))
          .map(step::resolve)
          .filter(table -> !isLocked(step, table))
          .ifPresent(table -> changed.putIfAbsent(table, step));
    }
    return List.of();
  }

  private static Optional<ObjectName> changedBy(StatementStep step) {
    return step.as(Update.class)
        .map(Update::table)
        .or(() -> step.as(Delete.class).map(Delete::table))
        .or(() -> step.as(Merge.class).map(Merge::table));
  }

  /** Who holds the table already asks for nothing more. */
  private static boolean isLocked(StatementStep step, RelationName table) {
    return step.transaction()
        .held()
        .on(table)
        .map(lock -> lock.mode().blocksWrites())
        .orElse(false);
  }

  private static Finding describe(StatementStep first, StatementStep second, TableLock lock) {
    String message =
        "The transaction has changed rows of %s and now wants the table for itself: a session that used the table and waits for one of these rows deadlocks with it (40P01)."
            .formatted(lock.relation());
    Place place = new Place(first.migration().path(), first.statement().span());
    return INFO.finding(second.statement().span(), message)
        .withLocks(List.of(lock))
        .withRelated(List.of(
            new RelatedPlace(place, "rows of %s are locked here".formatted(lock.relation()))))
        .withRecipe(List.of(
            "-- the rows in a migration of their own, in batches that commit; then",
            "SET lock_timeout = '2s';",
            String.join(" ", Wording.ended(second.sql()))));
  }
}
