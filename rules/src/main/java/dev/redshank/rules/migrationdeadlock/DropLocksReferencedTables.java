package dev.redshank.rules.migrationdeadlock;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.finding.Finding;
import dev.redshank.core.finding.RuleId;
import dev.redshank.core.finding.Severity;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.rule.Rule;
import dev.redshank.core.rule.RuleInfo;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.schema.Relation;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.TableConstraint;
import dev.redshank.core.statement.AlterAction.DropColumn;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.text.Span;
import dev.redshank.rules.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Flags a drop that also locks the tables that foreign keys of the dropped object refer to. */
public final class DropLocksReferencedTables implements Rule {
  private static final RuleInfo INFO = new RuleInfo(
          new RuleId("drop-locks-referenced-tables"),
          FailureMode.MIGRATION_DEADLOCK,
          Severity.WARNING,
          "Drop locks the tables that its foreign keys refer to")
      .alsoIn(FailureMode.LOCK_QUEUE_FREEZE)
      .about(DropObjects.class)
      .altering(DropColumn.class);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(StatementStep step) {
    Stream<Dropped> tables =
        step.as(DropObjects.class).filter(drop -> drop.target() == ObjectKind.TABLE).stream()
            .flatMap(drop -> drop.names().stream())
            .map(name -> new Dropped(name, name.span(), keys(step, name).toList()));
    Stream<Dropped> columns = step.alterations(DropColumn.class)
        .filter(drop -> !keysOf(step, List.of(drop)).isEmpty())
        .limit(1)
        .map(drop -> new Dropped(
            drop.table(),
            drop.span(),
            keysOf(step, step.alterations(DropColumn.class).toList())));
    return Stream.concat(tables, columns)
        .flatMap(dropped -> describe(step, dropped))
        .toList();
  }

  /** The foreign keys that go with columns. */
  private static List<TableConstraint> keysOf(
      StatementStep step, List<Alteration<DropColumn>> drops) {
    return keys(step, drops.get(0).table())
        .filter(key -> drops.stream()
            .anyMatch(drop -> key.columns().contains(drop.action().column().name())))
        .toList();
  }

  private static Stream<TableConstraint> keys(StatementStep step, ObjectName table) {
    return step.before().relation(table).map(Relation::constraints).stream()
        .flatMap(constraints -> constraints.values().stream())
        .filter(constraint -> constraint.references().isPresent());
  }

  private static Stream<Finding> describe(StatementStep step, Dropped dropped) {
    List<RelationName> named = named(step);
    List<TableLock> locks = step.blockedTables().stream()
        .filter(lock -> !named.contains(lock.relation()) && !isLocked(step, lock))
        .filter(lock -> dropped.keys().stream()
            .anyMatch(key -> key.references().filter(lock.relation()::equals).isPresent()))
        .toList();
    return locks.isEmpty() ? Stream.empty() : Stream.of(finding(step, dropped, locks));
  }

  private static boolean isLocked(StatementStep step, TableLock lock) {
    return step.transaction()
        .held()
        .on(lock.relation())
        .map(held -> held.mode().blocksReads())
        .orElse(false);
  }

  private static List<RelationName> named(StatementStep step) {
    return Stream.concat(
            step.as(DropObjects.class).stream().flatMap(drop -> drop.names().stream()),
            step.as(AlterTable.class).stream().map(AlterTable::table))
        .map(step::resolve)
        .toList();
  }

  private static Finding finding(StatementStep step, Dropped dropped, List<TableLock> locks) {
    String others =
        String.join(", ", locks.stream().map(lock -> lock.relation().toString()).toList());
    List<Uncertainty> doubts = step.doubtsAbout(dropped.table());
    String message =
        "This also locks %s, to which foreign keys of %s refer: %s there wait with it, and a session that holds one of the tables and wants another deadlocks (40P01)."
            .formatted(others, dropped.table(), Wording.waiting(locks.get(0).mode()));
    return INFO.finding(dropped.span(), Wording.with(message, doubts))
        .withLocks(step.blockingLocks())
        .withUncertain(doubts)
        .withRecipe(recipe(step, dropped));
  }

  private static List<String> recipe(StatementStep step, Dropped dropped) {
    List<String> lines = new ArrayList<>();
    lines.add("SET lock_timeout = '2s';");
    lines.add("-- one foreign key a transaction; each locks two tables for an instant");
    dropped
        .keys()
        .forEach(key -> lines.add("ALTER TABLE %s DROP CONSTRAINT %s;"
            .formatted(dropped.table(), Wording.named(key.name()))));
    if (step.as(DropObjects.class).isPresent()) {
      lines.add("-- then nothing but the table itself is locked");
      lines.add("DROP TABLE %s;".formatted(dropped.table()));
    }
    return lines;
  }

  /** What goes, and the foreign keys that go with it. */
  private record Dropped(ObjectName table, Span span, List<TableConstraint> keys) {}
}
