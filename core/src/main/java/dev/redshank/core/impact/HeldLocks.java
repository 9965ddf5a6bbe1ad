package dev.redshank.core.impact;

import dev.redshank.core.schema.RelationName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;

/**
 * The locks that a transaction holds: of each relation the strongest, in order of first taking. Every
 * statement remembers them as they were before it, so they are persistent: a transaction of many
 * statements on many tables would otherwise copy them all for each statement.
 *
 * <p>What a statement locks is computed when somebody looks at the locks, so that who walks the
 * statements need not wait for it. Safe to be looked at from several threads.
 */
public final class HeldLocks implements Iterable<HeldLock> {
  /** No lock. */
  public static final HeldLocks NONE = new HeldLocks(Optional.empty());

  private PMap<RelationName, HeldLock> locks = OrderedPMap.empty();
  private Optional<Pending> pending;

  private HeldLocks(Optional<Pending> pending) {
    this.pending = pending;
  }

  /** How to come by the locks: those of an earlier moment, and what was taken since. */
  private record Pending(HeldLocks before, Supplier<List<HeldLock>> taken) {}

  /** Locks whose pending part is about to be settled. */
  private record Unsettled(HeldLocks locks, Supplier<List<HeldLock>> taken) {}

  /** These locks and more; one takes the place of a weaker one on the same relation. */
  public HeldLocks plus(Supplier<List<HeldLock>> taken) {
    return new HeldLocks(Optional.of(new Pending(this, taken)));
  }

  /** The strongest lock on a relation. */
  public Optional<HeldLock> on(RelationName relation) {
    return Optional.ofNullable(settled().get(relation));
  }

  public Stream<HeldLock> stream() {
    return settled().values().stream();
  }

  @Override
  public Iterator<HeldLock> iterator() {
    return settled().values().iterator();
  }

  /** Goes back to what is settled and comes forward again: there may be very many in a row. */
  private PMap<RelationName, HeldLock> settled() {
    Deque<Unsettled> open = new ArrayDeque<>();
    HeldLocks at = this;
    for (Optional<Pending> next = at.pending(); next.isPresent(); next = at.pending()) {
      open.push(new Unsettled(at, next.get().taken()));
      at = next.get().before();
    }
    PMap<RelationName, HeldLock> known = at.locks();
    while (!open.isEmpty()) {
      Unsettled next = open.pop();
      known = more(known, next.taken().get());
      next.locks().settle(known);
    }
    return known;
  }

  private static PMap<RelationName, HeldLock> more(
      PMap<RelationName, HeldLock> known, List<HeldLock> taken) {
    PMap<RelationName, HeldLock> more = known;
    for (HeldLock lock : taken) {
      HeldLock before = more.get(lock.relation());
      if (before == null || lock.addsTo(before)) {
        more = more.plus(lock.relation(), before == null ? lock : before.and(lock));
      }
    }
    return more;
  }

  private synchronized Optional<Pending> pending() {
    return pending;
  }

  private synchronized PMap<RelationName, HeldLock> locks() {
    return locks;
  }

  /** Forgets how the locks came about, or every moment would keep all before it in memory. */
  private synchronized void settle(PMap<RelationName, HeldLock> known) {
    locks = known;
    pending = Optional.empty();
  }
}
