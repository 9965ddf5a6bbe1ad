package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.Update;
import java.util.List;
import java.util.Optional;

/** Flags work that takes long while a table is locked against reads. */
public final class WorkUnderStrongLock implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("work-under-strong-lock"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.ERROR,
          "Long work while a table is locked")
      .at(TransactionEnd.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(TransactionEnd end) {
    List<HeldLock> locks =
        end.blockedTables().stream().filter(lock -> lock.mode().blocksReads()).toList();
    if (locks.isEmpty()) {
      return List.of();
    }
    return end.steps().stream()
        .flatMap(step -> describe(step, locks).stream())
        .limit(1)
        .toList();
  }

  private static Optional<Finding> describe(StatementStep step, List<HeldLock> locks) {
    int start = step.statement().span().start();
    Optional<RelationName> changed = changed(step);
    Optional<HeldLock> held = locks.stream()
        .filter(lock -> lock.takenAt().span().start() < start)
        .filter(lock -> !changed.equals(Optional.of(lock.relation())))
        .findFirst();
    return held.flatMap(lock -> LongWork.of(step).map(work -> describe(step, lock, work)));
  }

  /** The locked table that the statement itself changes: unbatched-backfill says both at once. */
  private static Optional<RelationName> changed(StatementStep step) {
    return step.as(Update.class)
        .map(Update::table)
        .or(() -> step.as(Delete.class).map(Delete::table))
        .map(step::resolve);
  }

  private static Finding describe(StatementStep step, HeldLock lock, String work) {
    String message =
        "%s is locked against reads and writes until this transaction ends, so everybody who uses it waits for the %s here, row by row."
            .formatted(lock.relation(), work);
    String related =
        "%s is locked here (%s)".formatted(lock.relation(), lock.mode().words());
    return INFO.finding(step.statement().span(), message)
        .withLocks(List.of(new TableLock(lock.relation(), lock.mode())))
        .withRelated(List.of(new RelatedPlace(lock.takenAt(), related)))
        .withRecipe(List.of(
            "-- the statement that locks %s commits first, in a migration of its own"
                .formatted(lock.relation()),
            "-- then the %s, in another, where nothing strong is locked".formatted(work)));
  }
}
