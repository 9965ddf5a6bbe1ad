package dev.redshank.rules.migrationdeadlock;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RelatedPlace;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.RuleOption;
import dev.redshank.core.rule.RuleOptions;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.rules.words.Wording;
import java.util.List;

/** Flags a transaction whose statements lock one table in use after another. */
public final class SeveralTablesLockedInTransaction implements Rule {
  private static final RuleOption<Integer> MOST = RuleOption.number(
      "most", 1, "How many tables one transaction may lock, one statement after another.");

  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("several-tables-locked-in-transaction"),
          FailureMode.MIGRATION_DEADLOCK,
          Severity.WARNING,
          "One transaction locks several tables")
      .alsoIn(FailureMode.LOCK_QUEUE_FREEZE)
      .at(TransactionEnd.class)
      .with(MOST);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(TransactionEnd end, RuleOptions options) {
    List<HeldLock> locks = end.blockedTables();
    if (locks.isEmpty()) {
      return List.of();
    }
    HeldLock first = locks.get(0);
    // Tables that one statement locks together are one decision, and PostgreSQL's own order.
    List<HeldLock> later =
        locks.stream().filter(lock -> !lock.takenAt().equals(first.takenAt())).toList();
    boolean few = later.size() < options.get(INFO.id(), MOST);
    return few ? List.of() : List.of(describe(first, later));
  }

  private static Finding describe(HeldLock first, List<HeldLock> later) {
    HeldLock second = later.get(0);
    String message =
        "This waits for %s while the transaction holds %s: a session that locks them in the other order deadlocks (40P01), and until this gets its lock all %s on %s wait.%s"
            .formatted(
                second.relation(),
                first.relation(),
                Wording.waiting(first.mode()),
                first.relation(),
                further(later.size() - 1));
    String related =
        "%s is locked here (%s)".formatted(first.relation(), first.mode().words());
    return INFO.finding(second.takenAt().span(), message)
        .withLocks(List.of(lock(first), lock(second)))
        .withRelated(List.of(new RelatedPlace(first.takenAt(), related)))
        .withRecipe(List.of(
            "-- one migration for each table, each in its own transaction",
            "-- where they belong together, take every lock first and in a fixed order:",
            "LOCK TABLE %s, %s IN %s MODE;"
                .formatted(
                    first.relation(),
                    second.relation(),
                    first.mode().strongest(second.mode()).words())));
  }

  private static String further(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> " One more table follows.";
      default -> " " + count + " more tables follow.";
    };
  }

  private static TableLock lock(HeldLock held) {
    return new TableLock(held.relation(), held.mode());
  }
}
