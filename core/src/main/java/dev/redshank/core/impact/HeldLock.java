package dev.redshank.core.impact;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.Place;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.Copy;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.Update;
import java.util.ArrayList;
import java.util.List;

/**
 * A lock that the transaction holds until it ends.
 *
 * @param old whether the relation was there before this deploy, so that others use it
 * @param written whether the transaction may have written rows of it, new ones or new versions
 * @param takenAt the statement that first took a lock of this strength
 */
public record HeldLock(
    RelationName relation, LockMode mode, boolean old, boolean written, Place takenAt) {

  /** The locks that a statement leaves behind in its transaction. */
  public static List<HeldLock> of(
      Statement statement, Situation situation, StatementImpact impact, String path) {
    Place place = new Place(path, statement.span());
    List<HeldLock> held = new ArrayList<>();
    for (TableLock lock : impact.locks()) {
      boolean old = situation.schema().isOld(lock.relation());
      boolean written = impact.rewrites().contains(lock.relation())
          || (lock.mode() == LockMode.ROW_EXCLUSIVE && writesRows(statement));
      held.add(new HeldLock(lock.relation(), lock.mode(), old, written, place));
    }
    return held;
  }

  private static boolean writesRows(Statement statement) {
    return statement instanceof Insert
        || statement instanceof Update
        || statement instanceof Merge
        || statement instanceof Copy;
  }

  /** Whether it is stronger than an earlier lock on the same relation, or tells of rows written since. */
  boolean addsTo(HeldLock earlier) {
    return earlier.mode.compareTo(mode) < 0 || (written && !earlier.written);
  }

  /** The stronger of this and a later lock on the same relation, and whether either statement wrote rows. */
  HeldLock and(HeldLock later) {
    HeldLock stronger = mode.compareTo(later.mode) < 0 ? later : this;
    return new HeldLock(
        relation, stronger.mode, stronger.old, written || later.written, stronger.takenAt);
  }
}
