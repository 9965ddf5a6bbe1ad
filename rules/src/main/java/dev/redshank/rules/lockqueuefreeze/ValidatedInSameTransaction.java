package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.schema.Age;
import dev.redshank.core.statement.AlterAction.AddConstraint;
import dev.redshank.core.statement.AlterAction.ValidateConstraint;
import dev.redshank.rules.words.Wording;
import java.util.List;
import java.util.Optional;

/** Flags VALIDATE CONSTRAINT while the lock of the ADD before it is still held. */
public final class ValidatedInSameTransaction implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("validated-in-same-transaction"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.ERROR,
          "NOT VALID gains nothing when VALIDATE follows at once")
      .altering(ValidateConstraint.class)
      .covers("constraint-missing-not-valid");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    return step.alterations(ValidateConstraint.class)
        .filter(validated -> step.before().mayHoldRows(validated.table()))
        .filter(validated -> isAddedJustBefore(step, validated) || isAddedBeside(validated))
        .map(validated -> describe(step, validated))
        .toList();
  }

  /** Whether the constraint is still unchecked and was added in the transaction that is open. */
  static boolean isAddedJustBefore(StatementStep step, Alteration<ValidateConstraint> validated) {
    return step.before()
        .relation(validated.table())
        .flatMap(table -> table.constraint(validated.action().constraint().name()))
        .filter(constraint -> !constraint.validated())
        .map(constraint -> constraint.since().ageAt(step.before().now()) == Age.THIS_TRANSACTION)
        .orElse(false);
  }

  private static boolean isAddedBeside(Alteration<ValidateConstraint> validated) {
    return validated.statement().actions().stream()
        .filter(AddConstraint.class::isInstance)
        .map(action -> ((AddConstraint) action).constraint())
        .anyMatch(constraint ->
            constraint.name().equals(Optional.of(validated.action().constraint())));
  }

  private static Finding describe(StatementStep step, Alteration<ValidateConstraint> validated) {
    Optional<HeldLock> held = step.transaction().held().on(step.resolve(validated.table()));
    LockMode mode = held.map(HeldLock::mode).orElse(LockMode.SHARE_ROW_EXCLUSIVE);
    LockMode strongest = step.blockingLocks().stream()
        .filter(lock -> lock.relation().equals(step.resolve(validated.table())))
        .map(TableLock::mode)
        .reduce(mode, LockMode::strongest);
    String message =
        "VALIDATE reads every row of %s while the transaction still holds the lock under which %s was added: %s wait until it ends."
            .formatted(
                validated.table(), validated.action().constraint(), Wording.waiting(strongest));
    List<Uncertainty> doubts = step.doubtsAbout(validated.table());
    return INFO.finding(validated.span(), Wording.with(message, doubts))
        .withLocks(List.of(new TableLock(step.resolve(validated.table()), strongest)))
        .withUncertain(doubts)
        .withRelated(held.map(lock -> List.of(new RelatedPlace(
                lock.takenAt(),
                "%s is locked here (%s)".formatted(lock.relation(), lock.mode().words()))))
            .orElse(List.of()))
        .withRecipe(List.of(
            "-- in a later transaction, or in the next migration",
            "ALTER TABLE %s VALIDATE CONSTRAINT %s;"
                .formatted(validated.table(), validated.action().constraint())));
  }
}
