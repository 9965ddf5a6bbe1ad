package dev.redshank.rules.lockqueuefreeze;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.Fix;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.Index;
import dev.redshank.core.schema.RelationKind;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.DoBlock;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flags DROP INDEX where everybody who uses the index's table queues behind it. */
public final class DropIndexWithoutConcurrently implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("drop-index-without-concurrently"),
          FailureMode.LOCK_QUEUE_FREEZE,
          Severity.WARNING,
          "Dropping an index locks its table")
      .at(TransactionEnd.class)
      .having(DropObjects.class)
      .covers("require-concurrent-index-deletion");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(TransactionEnd end) {
    List<StatementStep> drops =
        end.steps().stream().filter(DropIndexWithoutConcurrently::drops).toList();
    if (drops.isEmpty()) {
      return List.of();
    }
    Map<RelationName, Integer> taken = lastTaken(end);
    return drops.stream().flatMap(step -> describe(step, taken).stream()).toList();
  }

  private static boolean drops(StatementStep step) {
    return step.as(DropObjects.class)
        .map(drop -> drop.target() == ObjectKind.INDEX && !drop.concurrently())
        .orElse(false);
  }

  /** Where the last statement stands that locks a table as strongly for something else than an index. */
  private static Map<RelationName, Integer> lastTaken(TransactionEnd end) {
    Map<RelationName, Integer> last = new HashMap<>();
    end.steps().stream()
        .filter(step -> !drops(step) && !(step.statement() instanceof DoBlock))
        .forEach(step -> step.blockingLocks().stream()
            .filter(lock -> lock.mode().blocksReads())
            .forEach(
                lock -> last.merge(lock.relation(), step.statement().span().start(), Math::max)));
    return last;
  }

  private static Optional<Finding> describe(StatementStep step, Map<RelationName, Integer> taken) {
    DropObjects drop = step.as(DropObjects.class).orElseThrow();
    int place = drop.span().start();
    List<ObjectName> inUse = drop.names().stream()
        .filter(name -> isInUse(step, name))
        .filter(
            name -> table(step, name).map(taken::get).map(last -> last < place).orElse(true))
        .toList();
    return inUse.isEmpty() ? Optional.empty() : Optional.of(describe(step, drop, inUse));
  }

  private static boolean isInUse(StatementStep step, ObjectName name) {
    return step.before()
        .state()
        .index(name)
        .map(index -> !index.since().ageAt(step.before().now()).isNew()
            && step.before().mayHoldRows(index.table())
            && !isLockedAnyway(step, index.table()))
        .orElse(true);
  }

  /** Whether the transaction has the lock already, or a down migration drops the table with its index. */
  private static boolean isLockedAnyway(StatementStep step, RelationName table) {
    boolean held = step.transaction()
        .held()
        .on(table)
        .map(lock -> lock.mode().blocksReads())
        .orElse(false);
    return held || step.isMadeByUndone(table);
  }

  private static Finding describe(StatementStep step, DropObjects drop, List<ObjectName> inUse) {
    ObjectName first = inUse.get(0);
    Optional<Index> owned = inUse.stream()
        .flatMap(name -> step.before().state().index(name).stream())
        .filter(index -> index.constraint().isPresent())
        .findFirst();
    if (owned.isPresent() && step.impact().failure().isPresent()) {
      return refused(step, first, owned.get());
    }
    List<Uncertainty> doubts = doubts(step, inUse);
    String message =
        "Until DROP INDEX gets its lock on %s, every query of the table queues behind it, SELECT too."
            .formatted(tables(step, inUse));
    Finding finding = INFO.finding(first.span(), Wording.with(message, doubts))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(recipe(step, drop));
    // IF EXISTS of an index that nobody made finds none in most databases.
    Finding graded = drop.ifExists() && doubts.size() == inUse.size()
        ? finding.withSeverity(Severity.NOTE)
        : finding;
    return fix(step, drop).map(graded::withFix).orElse(graded);
  }

  private static Finding refused(StatementStep step, ObjectName name, Index index) {
    String constraint = Wording.named(index.constraint().orElse(name.name()));
    String message =
        "DROP INDEX fails (2BP01): constraint %s of %s needs %s. Dropping the constraint drops its index."
            .formatted(constraint, index.table(), index.name());
    return INFO.finding(name.span(), message)
        .withSeverity(Severity.ERROR)
        .withLocks(step.blockingLocks())
        .withRecipe(List.of(
            "SET lock_timeout = '2s';",
            "ALTER TABLE %s DROP CONSTRAINT %s;".formatted(index.table(), constraint)));
  }

  private static List<Uncertainty> doubts(StatementStep step, List<ObjectName> names) {
    return names.stream()
        .filter(name -> step.before().state().index(name).isEmpty())
        .map(name -> new Uncertainty(
            "table", step.resolve(name), "no migration that was read creates index " + name))
        .toList();
  }

  private static String tables(StatementStep step, List<ObjectName> names) {
    List<String> tables = names.stream()
        .map(name -> table(step, name).map(Object::toString).orElse("the table of " + name))
        .distinct()
        .toList();
    return String.join(", ", tables);
  }

  private static Optional<RelationName> table(StatementStep step, ObjectName index) {
    return step.before().state().index(index).map(Index::table);
  }

  private static boolean isPartitioned(StatementStep step, ObjectName index) {
    return table(step, index)
        .flatMap(table -> step.before().state().relation(table))
        .map(table -> table.kind() == RelationKind.PARTITIONED_TABLE)
        .orElse(false);
  }

  private static List<String> recipe(StatementStep step, DropObjects drop) {
    List<String> lines = new ArrayList<>();
    if (drop.names().stream().anyMatch(name -> isPartitioned(step, name))) {
      lines.add(
          "-- PostgreSQL refuses CONCURRENTLY here: a short try, and another when it times out");
      lines.add("SET lock_timeout = '2s';");
      lines.addAll(Wording.ended(step.sql()));
      return lines;
    }
    lines.add("-- outside a transaction, one index a statement");
    String ifExists = drop.ifExists() ? "IF EXISTS " : "";
    drop.names()
        .forEach(name -> lines.add("DROP INDEX CONCURRENTLY %s%s;".formatted(ifExists, name)));
    return lines;
  }

  private static Optional<Fix> fix(StatementStep step, DropObjects drop) {
    ObjectName only = drop.names().get(0);
    if (drop.names().size() > 1 || drop.ifExists() || drop.cascade() || isPartitioned(step, only)) {
      return Optional.empty();
    }
    return ConcurrentlyFix.before(step, only.span(), "Drop the index with CONCURRENTLY");
  }
}
