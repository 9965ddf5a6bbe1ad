package dev.redshank.core.impact;

import dev.redshank.core.schema.RelationName;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;

/**
 * The locks that a transaction holds: of each relation the strongest, in order of first taking. Every
 * statement remembers them as they were before it, so they are persistent: a transaction of many
 * statements on many tables would otherwise copy them all for each statement.
 */
public final class HeldLocks implements Iterable<HeldLock> {
  /** No lock. */
  public static final HeldLocks NONE = new HeldLocks(OrderedPMap.empty());

  private final PMap<RelationName, HeldLock> locks;

  private HeldLocks(PMap<RelationName, HeldLock> locks) {
    this.locks = locks;
  }

  /** These locks and one more, which takes the place of another on the same relation. */
  public HeldLocks plus(HeldLock lock) {
    return new HeldLocks(locks.plus(lock.relation(), lock));
  }

  /** The strongest lock on a relation. */
  public Optional<HeldLock> on(RelationName relation) {
    return Optional.ofNullable(locks.get(relation));
  }

  public Stream<HeldLock> stream() {
    return locks.values().stream();
  }

  @Override
  public Iterator<HeldLock> iterator() {
    return locks.values().iterator();
  }
}
