package dev.redshank.rules.backfillwalflood;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
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

/** Flags a loop that changes a table bit by bit and still in one transaction. */
public final class BatchLoopWithoutCommit implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("batch-loop-without-commit"),
          FailureMode.BACKFILL_WAL_FLOOD,
          Severity.ERROR,
          "Batches of a loop are one transaction")
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
        .filter(found -> !found.filter().isUnbounded())
        .filter(found -> step.before().mayHoldRows(found.table()) && isLogged(step, found.table()))
        .flatMap(found -> loop(step).flatMap(loop -> describe(step, found, loop)))
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

  private static Optional<Enclosure> loop(StatementStep step) {
    return step.enclosures().stream()
        .filter(enclosure -> enclosure.kind() == Enclosure.Kind.LOOP)
        .reduce((outer, inner) -> inner.commits() ? inner : outer);
  }

  private static Optional<Finding> describe(StatementStep step, Change change, Enclosure loop) {
    if (loop.commits() && !isSurrounded(step.transaction())) {
      return Optional.empty();
    }
    String message = loop.commits() ? refusedCommit(change) : oneTransaction(change);
    List<Uncertainty> doubts = step.doubtsAbout(change.table());
    boolean batch = change.filter() == RowFilter.BATCH;
    return Optional.of(INFO.finding(change.table().span(), Wording.with(message, doubts))
        .withSeverity(batch ? Severity.ERROR : Severity.WARNING)
        .withUncertain(doubts)
        .withRecipe(Batches.over(step, change.table(), head(change))));
  }

  /** Whether a transaction that the DO block did not open is around it: then COMMIT is refused. */
  private static boolean isSurrounded(TransactionState transaction) {
    return transaction.open() && !transaction.implicit();
  }

  private static String oneTransaction(Change change) {
    return "The loop around this %s of %s never commits, so all of it is one transaction: WAL grows with its rows, replicas fall behind, and writers of these rows wait until the end."
        .formatted(change.words(), change.table());
  }

  private static String refusedCommit(Change change) {
    return "COMMIT in the loop around this %s of %s fails (2D000), because a transaction surrounds the block."
        .formatted(change.words(), change.table());
  }

  private static String head(Change change) {
    return change.words().equals("UPDATE")
        ? "UPDATE %s SET … WHERE".formatted(change.table())
        : "DELETE FROM %s WHERE".formatted(change.table());
  }

  /** What is changed and how much of it. */
  private record Change(String words, ObjectName table, RowFilter filter) {}
}
