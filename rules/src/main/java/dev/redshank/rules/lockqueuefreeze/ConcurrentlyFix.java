package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.Edit;
import dev.redshank.core.finding.Fix;
import dev.redshank.core.impact.TransactionState;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;

/** An object that a session can rebuild or drop beside the writes, by one word more. */
final class ConcurrentlyFix {
  private ConcurrentlyFix() {}

  /**
   * CONCURRENTLY before the name at {@code name}; only where it cannot break anything: outside a
   * transaction, without a timeout that stops the work half way.
   */
  static Optional<Fix> before(StatementStep step, Span name, String title) {
    TransactionState transaction = step.transaction();
    boolean interruptible =
        transaction.lockTimeout().isInForce() || transaction.statementTimeout().isInForce();
    if (transaction.open() || interruptible || !step.enclosures().isEmpty()) {
      return Optional.empty();
    }
    Edit edit = new Edit(new Span(name.start(), name.start()), "CONCURRENTLY ");
    return Optional.of(new Fix(title, true, List.of(edit)));
  }
}
