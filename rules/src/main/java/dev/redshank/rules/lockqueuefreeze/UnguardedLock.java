package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.Finding;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.impact.Timeout;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.RuleOption;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.DoBlock;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.LockTable;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.RefreshMaterializedView;
import dev.redshank.core.statement.Reindex;
import dev.redshank.core.text.Span;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first statement of a deploy that waits without limit for a lock which others queue behind.
 *
 * @param vain the setting of lock_timeout nearby that does not help it
 */
record UnguardedLock(MigrationEnd migration, StatementStep step, Optional<VainTimeout> vain) {
  /** Whoever waits longer than this has run out of connections. */
  static final RuleOption<Timeout> LONGEST = RuleOption.duration(
      "longest", "5min", "A timeout that is longer counts as none: everybody waits as long.");

  /**
   * @param longest the timeout that still counts as one
   */
  static Optional<UnguardedLock> in(DeployEnd deploy, Timeout longest) {
    for (MigrationEnd migration : deploy.migrations()) {
      for (StatementStep step : migration.steps()) {
        if (isUnguarded(step, longest)) {
          return Optional.of(
              new UnguardedLock(migration, step, VainTimeout.around(migration, step)));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isUnguarded(StatementStep step, Timeout longest) {
    // What a DO block runs is asked about statement by statement.
    boolean block = step.as(DoBlock.class).flatMap(DoBlock::body).isPresent();
    boolean nowait = step.as(LockTable.class).map(LockTable::nowait).orElse(false);
    return !block
        && !nowait
        && !hasConcurrentForm(step)
        && !isGuarded(step, longest)
        && !step.blockedTables().isEmpty();
  }

  /** What is better done CONCURRENTLY, which wants no lock_timeout at all. */
  private static boolean hasConcurrentForm(StatementStep step) {
    return step.statement() instanceof CreateIndex
        || step.statement() instanceof Reindex
        || step.statement() instanceof RefreshMaterializedView
        || (step.statement() instanceof DropObjects drop && drop.target() == ObjectKind.INDEX);
  }

  private static boolean isGuarded(StatementStep step, Timeout longest) {
    return isShort(step.transaction().lockTimeout(), longest)
        || isShort(step.transaction().statementTimeout(), longest);
  }

  private static boolean isShort(Timeout timeout, Timeout longest) {
    return timeout.isInForce() && timeout.millis() <= longest.millis();
  }

  /** Who queues, and behind what. */
  String words() {
    TableLock lock = lock();
    return "%s waits for %s without limit, and all %s of the table queue behind it"
        .formatted(step.statement().kind(), lock.relation(), Wording.waiting(lock.mode()));
  }

  /** The lock on the table that the statement is about, else the strongest. */
  private TableLock lock() {
    List<TableLock> locks = step.blockedTables();
    Optional<RelationName> target =
        step.as(AlterTable.class).map(alter -> step.resolve(alter.table()));
    return locks.stream()
        .filter(lock -> target.equals(Optional.of(lock.relation())))
        .findFirst()
        .or(() -> locks.stream().filter(lock -> lock.mode().blocksReads()).findFirst())
        .orElse(locks.get(0));
  }

  List<Uncertainty> doubts() {
    RelationName first = lock().relation();
    return step.before().state().relation(first).map(Relation::isMade).orElse(false)
        ? List.of()
        : List.of(new Uncertainty("age", first, "no migration that was read creates " + first));
  }

  Finding finding(RuleInfo info, Span place, String message) {
    return info.finding(place, Wording.with(message, doubts()))
        .withLocks(step.blockedTables())
        .withUncertain(doubts())
        .withRecipe(recipe())
        .inMigration(migration.migration().path());
  }

  private List<String> recipe() {
    List<String> lines = new ArrayList<>();
    boolean inside = step.transaction().open();
    lines.add(inside ? "SET LOCAL lock_timeout = '2s';" : "SET lock_timeout = '2s';");
    if (step.enclosures().isEmpty()) {
      lines.addAll(Wording.ended(step.sql()));
    }
    lines.add("-- when it times out (55P03), nothing has happened: run the migration again");
    return lines;
  }
}
