package dev.redshank.core.rule;

import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.impact.TransactionState;
import dev.redshank.core.migration.MigrationFile;
import dev.redshank.core.schema.SchemaState;
import dev.redshank.core.schema.SchemaView;
import dev.redshank.core.statement.DoBlock;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.text.SourceText;
import dev.redshank.core.text.Span;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The end of a transaction.
 *
 * <pre>{@code
 * public List<Finding> check(TransactionEnd end) {
 *   return end.committed() ? describe(end.steps()) : List.of();
 * }
 * }</pre>
 *
 * @param steps its statements in order, also those inside DO blocks
 * @param state the transaction just before it ends, with every lock that it holds
 * @param committed whether its work stays
 * @param span the COMMIT or ROLLBACK; empty where the runner or the end of the file ends it
 */
@API(status = API.Status.MAINTAINED, since = "0.1")
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
    return strong.size() < 2 ? strong : tablesOf(strong);
  }

  /** Its locks of any strength on tables that others use, in the order in which they were taken at that strength. */
  public List<HeldLock> lockedTables() {
    return tablesOf(state.held().stream().filter(HeldLock::old).toList());
  }

  private List<HeldLock> tablesOf(List<HeldLock> locks) {
    if (locks.isEmpty()) {
      return locks;
    }
    Map<Span, StatementStep> byPlace = new HashMap<>();
    steps.forEach(step -> byPlace.putIfAbsent(step.statement().span(), step));
    return locks.stream()
        .filter(lock -> Optional.ofNullable(byPlace.get(lock.takenAt().span()))
            .map(taker -> taker.isTable(lock.relation()))
            .orElse(true))
        .sorted(Comparator.comparingInt((HeldLock lock) -> lock.takenAt().span().start()))
        .toList();
  }

  /** Whether it holds such locks on more than one relation. */
  public boolean locksSeveral() {
    return state.held().stream()
            .filter(lock -> lock.old() && lock.mode().blocksWrites())
            .limit(2)
            .count()
        > 1;
  }

  /** Whether a table that one of its steps names has a column of this name as the transaction leaves it. */
  public boolean leavesColumn(StatementStep step, ObjectName table, Identifier column) {
    return after()
        .flatMap(view -> view.state().relation(step.resolve(table)))
        .flatMap(relation -> relation.column(column.name()))
        .isPresent();
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
