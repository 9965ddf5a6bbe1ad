package dev.redshank.rules.migrationdeadlock;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.TransactionEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flags two transactions of a deploy that lock the same two tables in use in opposite order. */
public final class LockOrderInverted implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("lock-order-inverted"),
          FailureMode.MIGRATION_DEADLOCK,
          Severity.WARNING,
          "Two transactions lock the same tables in opposite order")
      .at(DeployEnd.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(DeployEnd deploy) {
    LockOrders orders = new LockOrders();
    List<Finding> findings = new ArrayList<>();
    deploy.severalLocked().forEach(transaction -> {
      Optional<LockOrders.Inversion> inversion = orders.add(transaction.blockedTables());
      inversion.ifPresent(found -> findings.add(describe(transaction, found)));
    });
    return findings;
  }

  private static Finding describe(TransactionEnd transaction, LockOrders.Inversion inversion) {
    HeldLock first = inversion.first();
    HeldLock second = inversion.second();
    String message =
        "This transaction locks %s and then %s, an earlier one of the deploy %s and then %s: whichever order the application keeps to, it deadlocks with one of the two (40P01)."
            .formatted(first.relation(), second.relation(), second.relation(), first.relation());
    LockMode mode = first.mode().strongest(second.mode());
    return INFO.finding(second.takenAt().span(), message)
        .withLocks(List.of(lock(first), lock(second)))
        .withRelated(List.of(
            related("%s is locked first here", first),
            related("another transaction locks %s first", inversion.earlierFirst()),
            related("and then %s", inversion.earlierSecond())))
        .withRecipe(List.of(
            "-- in both transactions, before anything else, and in the order of the application:",
            "LOCK TABLE %s, %s IN %s MODE;"
                .formatted(second.relation(), first.relation(), mode.words())))
        .inMigration(transaction.migration().path());
  }

  private static RelatedPlace related(String words, HeldLock lock) {
    return new RelatedPlace(
        lock.takenAt(), words.formatted(lock.relation()) + " (" + lock.mode().words() + ")");
  }

  private static TableLock lock(HeldLock held) {
    return new TableLock(held.relation(), held.mode());
  }
}
