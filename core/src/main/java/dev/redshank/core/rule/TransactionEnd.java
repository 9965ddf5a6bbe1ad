package dev.redshank.core.rule;

import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.impact.TransactionState;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.SchemaView;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.DoBlock;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.Reindex;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The end of a transaction.
 *
 * @param steps its statements in order, also those inside DO blocks
 * @param state the transaction just before it ends, with every lock that it holds
 * @param committed whether its work stays
 * @param span the COMMIT or ROLLBACK; empty where the runner or the end of the file ends it
 */
public record TransactionEnd(
    MigrationFile migration,
    SourceText source,
    List<StatementStep> steps,
    TransactionState state,
    boolean committed,
    Optional<Span> span)
    implements Moment {
  public TransactionEnd {
    steps = List.copyOf(steps);
  }

  /**
   * The locks that it holds on tables that others use and that writes wait for, in the order in which
   * they were taken at that strength.
   */
  public List<HeldLock> blockedTables() {
    List<HeldLock> strong = state.held().stream()
        .filter(lock -> lock.old() && lock.mode().blocksWrites())
        .toList();
    if (strong.size() < 2) {
      return strong;
    }
    Map<Span, StatementStep> byPlace = new HashMap<>();
    steps.forEach(step -> byPlace.putIfAbsent(step.statement().span(), step));
    return strong.stream()
        .filter(lock -> isTable(
            lock.relation(), Optional.ofNullable(byPlace.get(lock.takenAt().span()))))
        .sorted(Comparator.comparingInt((HeldLock lock) -> lock.takenAt().span().start()))
        .toList();
  }

  private static boolean isTable(RelationName relation, Optional<StatementStep> taker) {
    if (taker.isEmpty()) {
      return true;
    }
    SchemaState before = taker.get().before().state();
    if (before.relation(relation).isPresent()) {
      return before.relation(relation).get().storesRows();
    }
    return before.index(relation).isEmpty() && !namesNoTable(taker.get().statement());
  }

  /** Of a relation that nobody knows, the statement tells what it is. */
  private static boolean namesNoTable(Statement statement) {
    if (statement instanceof DropObjects drop) {
      return drop.target() != ObjectKind.TABLE;
    }
    if (statement instanceof AlterTable alter) {
      return alter.target() != ObjectKind.TABLE;
    }
    return statement instanceof Reindex reindex && reindex.scope() == Reindex.Scope.INDEX;
  }

  /** The database as the transaction leaves it; empty for one without statements. */
  public Optional<SchemaView> after() {
    // A DO block stands behind the statements inside it, but its picture is that of before them.
    for (int i = steps.size() - 1; i >= 0; i--) {
      StatementStep last = steps.get(i);
      if (!(last.statement() instanceof DoBlock)) {
        SchemaView before = last.before();
        SchemaState after = before.state().after(last.statement(), before.now(), migration.path());
        return Optional.of(new SchemaView(after, before.now()));
      }
    }
    return Optional.empty();
  }
}
