package dev.redshank.rules.backfillwalflood;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.impact.TransactionState;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Enclosure;
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
        .flatMap(found -> describe(step, found))
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

  private static Optional<Finding> describe(StatementStep step, Change change) {
    if (change.filter().isUnbounded()) {
      return Optional.of(finding(step, change, everyRow(change)));
    }
    Optional<Enclosure> loop = loop(step);
    if (loop.isEmpty() || (loop.get().commits() && !isSurrounded(step.transaction()))) {
      return Optional.empty();
    }
    String message = loop.get().commits() ? refusedCommit(change) : oneTransaction(change);
    Finding finding = finding(step, change, message);
    boolean batch = change.filter() == RowFilter.BATCH;
    return Optional.of(batch ? finding : finding.withSeverity(Severity.WARNING));
  }

  private static Optional<Enclosure> loop(StatementStep step) {
    return step.enclosures().stream()
        .filter(enclosure -> enclosure.kind() == Enclosure.Kind.LOOP)
        .reduce((outer, inner) -> inner.commits() ? inner : outer);
  }

  /** Whether a transaction that the DO block did not open is around it: then COMMIT is refused. */
  private static boolean isSurrounded(TransactionState transaction) {
    return transaction.open() && !transaction.implicit();
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

  private static String oneTransaction(Change change) {
    return "The loop around this %s of %s never commits, so all of it is one transaction: WAL grows with its rows, replicas fall behind, and writers of these rows wait until the end."
        .formatted(change.words(), change.table());
  }

  private static String refusedCommit(Change change) {
    return "COMMIT in the loop around this %s of %s fails (2D000), because a transaction surrounds the block."
        .formatted(change.words(), change.table());
  }

  private static Finding finding(StatementStep step, Change change, String message) {
    List<Uncertainty> doubts = step.doubtsAbout(change.table());
    Finding finding = INFO.finding(change.table().span(), Wording.with(message, doubts))
        .withUncertain(doubts)
        .withRecipe(Batches.over(step, change.table(), head(step, change)));
    return heldLock(step, change)
        .map(lock -> finding.withRelated(List.of(frozen(lock))))
        .orElse(finding);
  }

  /** A lock from before, held for as long as the rows take. */
  private static Optional<HeldLock> heldLock(StatementStep step, Change change) {
    return step.transaction()
        .held()
        .on(step.resolve(change.table()))
        .filter(lock -> lock.mode().blocksWrites());
  }

  private static RelatedPlace frozen(HeldLock lock) {
    String message =
        "%s is locked here (%s) until the transaction ends: %s wait for every row to be changed"
            .formatted(lock.relation(), lock.mode().words(), Wording.waiting(lock.mode()));
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
