package dev.redshank.rules.backfillwalflood;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Persistence;
import dev.redshank.core.statement.RowFilter;
import dev.redshank.core.statement.Update;
import dev.redshank.rules.words.Batches;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;

/** Flags an UPDATE or DELETE that changes as many rows as the table has in one transaction. */
public final class UnbatchedBackfill implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("unbatched-backfill"),
          FailureMode.BACKFILL_WAL_FLOOD,
          Severity.ERROR,
          "All rows changed in one transaction")
      .alsoIn(FailureMode.LOCK_QUEUE_FREEZE)
      .about(Update.class, Delete.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    Optional<Change> change = step.as(Update.class)
        .map(update -> new Change("UPDATE", update.table(), update.filter()))
        .or(() -> step.as(Delete.class)
            .map(delete -> new Change("DELETE", delete.table(), delete.filter())));
    return change
        .filter(found -> step.before().mayHoldRows(found.table()) && isLogged(step, found.table()))
        .filter(found -> found.filter().isUnbounded())
        .map(found -> finding(step, found, everyRow(found)))
        .stream()
        .toList();
  }

  /** Rows of an unlogged table reach neither the log nor a replica. */
  private static boolean isLogged(StatementStep step, ObjectName table) {
    return step.before()
        .relation(table)
        .map(relation -> relation.persistence() == Persistence.PERMANENT)
        .orElse(true);
  }

  private static String everyRow(Change change) {
    String rows = switch (change.filter()) {
      case NONE -> "every row of " + change.table();
      case ALWAYS_TRUE -> "every row of %s, as its WHERE is always true,".formatted(change.table());
      default -> "an unbounded part of " + change.table();
    };
    return "%s changes %s in one transaction: WAL grows with the table, replicas fall behind, and writers of these rows wait until it commits."
        .formatted(change.words(), rows);
  }

  private static Finding finding(StatementStep step, Change change, String message) {
    List<Uncertainty> doubts = step.doubtsAbout(change.table());
    Optional<HeldLock> held = heldLock(step, change);
    String whole = held.map(lock -> message + frozen(change, lock)).orElse(message);
    return INFO.finding(change.table().span(), Wording.with(whole, doubts))
        .withUncertain(doubts)
        .withLocks(held.map(lock -> List.of(new TableLock(lock.relation(), lock.mode())))
            .orElse(List.of()))
        .withRelated(held.map(lock -> List.of(lockedHere(lock))).orElse(List.of()))
        .withRecipe(Batches.over(step, change.table(), head(step, change)));
  }

  /** A lock from before, held for as long as the rows take. */
  private static Optional<HeldLock> heldLock(StatementStep step, Change change) {
    return step.transaction()
        .held()
        .on(step.resolve(change.table()))
        .filter(lock -> lock.mode().blocksWrites());
  }

  private static String frozen(Change change, HeldLock lock) {
    return " The transaction has locked %s before: all %s of it wait for every row."
        .formatted(change.table(), Wording.waiting(lock.mode()));
  }

  private static RelatedPlace lockedHere(HeldLock lock) {
    String message =
        "%s is locked here (%s)".formatted(lock.relation(), lock.mode().words());
    return new RelatedPlace(lock.takenAt(), message);
  }

  private static String head(StatementStep step, Change change) {
    if (!step.enclosures().isEmpty()) {
      return change.words().equals("UPDATE")
          ? "UPDATE %s SET … WHERE".formatted(change.table())
          : "DELETE FROM %s WHERE".formatted(change.table());
    }
    String sql = String.join(" ", step.sql());
    return sql + (change.filter() == RowFilter.NONE ? " WHERE" : " AND");
  }

  /** What is changed and how much of it. */
  private record Change(String words, ObjectName table, RowFilter filter) {}
}
