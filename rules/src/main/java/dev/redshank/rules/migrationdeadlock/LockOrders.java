package dev.redshank.rules.migrationdeadlock;

import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.schema.RelationName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The orders in which the transactions of a deploy lock tables. Equal ones are remembered once. */
final class LockOrders {
  private final Map<RelationName, List<Order>> byTable = new HashMap<>();
  private final Set<List<RelationName>> known = new HashSet<>();

  /** Takes in the locks of the next transaction; the first pair of them that an earlier one took the other way round. */
  Optional<Inversion> add(List<HeldLock> locks) {
    Optional<Inversion> inversion = inversion(locks);
    List<RelationName> tables = locks.stream().map(HeldLock::relation).toList();
    if (known.add(tables)) {
      Order order = Order.of(locks);
      tables.forEach(
          table -> byTable.computeIfAbsent(table, unused -> new ArrayList<>()).add(order));
    }
    return inversion;
  }

  private Optional<Inversion> inversion(List<HeldLock> locks) {
    Map<Order, HeldLock> latest = new HashMap<>();
    for (HeldLock lock : locks) {
      for (Order order : byTable.getOrDefault(lock.relation(), List.of())) {
        HeldLock first = latest.get(order);
        if (first != null && order.isInverse(first, lock)) {
          return Optional.of(new Inversion(
              first, lock, order.lockOn(lock.relation()), order.lockOn(first.relation())));
        }
        if (first == null || order.isBefore(first.relation(), lock.relation())) {
          latest.put(order, lock);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Two tables that two transactions lock in opposite order, each by two statements.
   *
   * @param first the later transaction's first lock
   * @param second its second, on another table
   * @param earlierFirst the earlier transaction's lock on the table of {@code second}
   * @param earlierSecond its lock on the table of {@code first}, taken after that
   */
  record Inversion(
      HeldLock first, HeldLock second, HeldLock earlierFirst, HeldLock earlierSecond) {}

  /** The locks of one transaction. It is itself only, however equal another one is. */
  private static final class Order {
    private final Map<RelationName, HeldLock> locks = new HashMap<>();
    private final Map<RelationName, Integer> positions = new HashMap<>();

    static Order of(List<HeldLock> locks) {
      Order order = new Order();
      for (HeldLock lock : locks) {
        order.positions.put(lock.relation(), order.positions.size());
        order.locks.put(lock.relation(), lock);
      }
      return order;
    }

    HeldLock lockOn(RelationName table) {
      return Objects.requireNonNull(locks.get(table));
    }

    boolean isBefore(RelationName one, RelationName other) {
      return position(one) < position(other);
    }

    /** Tables that one statement locks together are PostgreSQL's own order, in either transaction. */
    boolean isInverse(HeldLock first, HeldLock second) {
      return isBefore(second.relation(), first.relation())
          && !first.takenAt().equals(second.takenAt())
          && !lockOn(first.relation())
              .takenAt()
              .equals(lockOn(second.relation()).takenAt());
    }

    private int position(RelationName table) {
      return Objects.requireNonNull(positions.get(table));
    }
  }
}
