package dev.redshank.rules.invalidindex;

import dev.redshank.core.rule.FlywayTransactions;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.StatementStep;

/** Whether it is the company of a statement in its file that puts it into a transaction. */
final class NotAlone {
  private NotAlone() {}

  static boolean is(MigrationEnd end, StatementStep step) {
    return isSentTogether(step) || isRefused(end, step);
  }

  /** Several statements in one message are one transaction, which no statement begins. */
  static boolean isSentTogether(StatementStep step) {
    return step.enclosures().isEmpty() && step.transaction().implicit();
  }

  /** Flyway knows the statement, and takes it together with nothing of another kind. */
  private static boolean isRefused(MigrationEnd end, StatementStep step) {
    return step.enclosures().isEmpty()
        && FlywayTransactions.refusesTransaction(step.statement())
        && end.isRefusedAsMixed();
  }
}
