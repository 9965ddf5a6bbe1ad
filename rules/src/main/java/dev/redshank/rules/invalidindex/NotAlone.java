package dev.redshank.rules.invalidindex;

import dev.redshank.core.rule.FlywayTransactions;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.StatementStep;
import java.util.function.Predicate;

/** Whether it is the company of a statement in its file that puts it into a transaction. */
final class NotAlone {
  private NotAlone() {}

  /** The statements of a migration of which that is so. */
  static Predicate<StatementStep> in(MigrationEnd end) {
    boolean mixed = end.isRefusedAsMixed();
    return step -> isSentTogether(step) || (mixed && isKnownToFlyway(step));
  }

  /** Several statements in one message are one transaction, which no statement begins. */
  static boolean isSentTogether(StatementStep step) {
    return step.enclosures().isEmpty() && step.transaction().implicit();
  }

  /** Flyway knows the statement, and takes it together with nothing of another kind. */
  private static boolean isKnownToFlyway(StatementStep step) {
    return step.enclosures().isEmpty() && FlywayTransactions.refusesTransaction(step.statement());
  }
}
