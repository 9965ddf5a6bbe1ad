package dev.redshank.core.lint;

import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.schema.RelationName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes which tables are locked, and how strongly at most. */
final class TouchedTables {
  private final Map<RelationName, TouchedTable> tables = new LinkedHashMap<>();

  /** Each table once, in the order in which they are locked at their strongest. */
  List<TouchedTable> all() {
    return List.copyOf(tables.values());
  }

  void add(HeldLock lock) {
    TouchedTable touched = new TouchedTable(lock.relation(), lock.mode(), lock.takenAt());
    TouchedTable before = tables.get(lock.relation());
    if (before == null || lock.mode().compareTo(before.mode()) > 0) {
      // What stands in a map keeps its place there, and this one's is behind all others by now.
      tables.remove(lock.relation());
      tables.put(lock.relation(), touched);
    }
  }
}
