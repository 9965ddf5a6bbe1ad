package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.LockTable;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;

/** Flags LOCK TABLE that is stronger than anything the transaction does with the table. */
public final class ExplicitTableLock implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("explicit-table-lock"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.WARNING,
          "Table locked by hand")
      .at(TransactionEnd.class)
      .having(LockTable.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(TransactionEnd end) {
    return end.steps().stream()
        .filter(step -> step.statement() instanceof LockTable)
        .flatMap(step -> describe(end, step).stream())
        .toList();
  }

  private static Optional<Finding> describe(TransactionEnd end, StatementStep step) {
    LockTable statement = step.as(LockTable.class).orElseThrow();
    if (step.impact().failure().isPresent()) {
      return Optional.of(INFO.finding(
              statement.span(),
              "LOCK TABLE fails (25P01): no transaction is open that could hold the lock.")
          .withSeverity(Severity.ERROR)
          .withRecipe(
              List.of("BEGIN;", step.sql().get(0) + ";", "-- what the lock is for", "COMMIT;")));
    }
    Optional<ObjectName> table = statement.tables().stream()
        .filter(name -> isBlocked(step, name) && !isNeeded(end, step, name))
        .findFirst();
    return table.map(name -> finding(step, statement, name));
  }

  private static boolean isBlocked(StatementStep step, ObjectName table) {
    RelationName name = step.resolve(table);
    return step.blockedTables().stream().anyMatch(lock -> lock.relation().equals(name));
  }

  /** Whether a later statement takes such a lock anyway: then it is only taken early, and in a chosen order. */
  private static boolean isNeeded(TransactionEnd end, StatementStep step, ObjectName table) {
    RelationName name = step.resolve(table);
    int start = step.statement().span().start();
    return end.steps().stream()
        .filter(later -> later.statement().span().start() > start)
        .filter(later -> !(later.statement() instanceof LockTable))
        .flatMap(later -> later.blockingLocks().stream())
        .anyMatch(lock -> lock.relation().equals(name));
  }

  private static Finding finding(StatementStep step, LockTable statement, ObjectName table) {
    String message =
        "%s on %s wait until this transaction ends, and no statement in it takes such a lock of itself."
            .formatted(statement.mode().blocksReads() ? "All reads and writes" : "Writes", table);
    List<Uncertainty> doubts = step.doubtsAbout(table);
    return INFO.finding(table.span(), Wording.with(message, doubts))
        .withLocks(step.blockedTables())
        .withUncertain(doubts)
        .withRecipe(List.of(
            "-- locks on the rows alone, batch by batch",
            "SELECT 1 FROM %s WHERE … FOR UPDATE;".formatted(table)));
  }
}
