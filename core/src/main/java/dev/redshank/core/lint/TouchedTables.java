package dev.redshank.core.lint;

import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.rule.DeployEnd;
import dev.redshank.core.rule.MigrationEnd;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.RelationName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes which tables are locked, and hands every moment on. */
final class TouchedTables implements Moments {
  private final Moments next;
  private final Map<RelationName, TouchedTable> tables = new LinkedHashMap<>();

  TouchedTables(Moments next) {
    this.next = next;
  }

  /** Each table once, in the order in which they are first locked. */
  List<TouchedTable> all() {
    return List.copyOf(tables.values());
  }

  @Override
  public void begin(ReadMigration migration) {
    next.begin(migration);
  }

  @Override
  public void at(StatementStep step) {
    next.at(step);
  }

  @Override
  public void at(TransactionEnd end) {
    for (HeldLock lock : end.lockedTables()) {
      TouchedTable touched = new TouchedTable(lock.relation(), lock.mode(), lock.takenAt());
      tables.merge(
          lock.relation(),
          touched,
          (before, now) -> now.mode().compareTo(before.mode()) > 0 ? now : before);
    }
    next.at(end);
  }

  @Override
  public void at(MigrationEnd end) {
    next.at(end);
  }

  @Override
  public void at(DeployEnd end) {
    next.at(end);
  }
}
