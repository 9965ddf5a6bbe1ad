package dev.redshank.core.impact;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up what the rows that fit a statement say. */
final class Tally {
  private final Map<RelationName, LockMode> locks = new TreeMap<>();
  private final SortedSet<RelationName> rewrites = new TreeSet<>();
  private final SortedSet<RelationName> scans = new TreeSet<>();
  private final SortedSet<RelationName> builds = new TreeSet<>();
  private final Set<Uncertainty> uncertain = new LinkedHashSet<>();
  private boolean waitsForSnapshots;
  private boolean refusesTransaction;
  private WalVolume wal = WalVolume.NONE;
  private Optional<Failure> failure = Optional.empty();

  void lock(Collection<RelationName> relations, LockMode mode) {
    relations.forEach(relation -> locks.merge(relation, mode, LockMode::strongest));
  }

  void rewrite(Collection<RelationName> relations) {
    rewrites.addAll(relations);
  }

  void scan(Collection<RelationName> relations) {
    scans.addAll(relations);
  }

  void build(Collection<RelationName> indexes) {
    builds.addAll(indexes);
  }

  void waitForSnapshots() {
    waitsForSnapshots = true;
  }

  void refuseTransaction() {
    refusesTransaction = true;
  }

  void wal(WalVolume volume) {
    wal = volume.compareTo(wal) > 0 ? volume : wal;
  }

  /** The first failure counts: PostgreSQL stops at it. */
  void fail(Failure found) {
    if (failure.isEmpty()) {
      failure = Optional.of(found);
    }
  }

  void doubt(Uncertainty found) {
    uncertain.add(found);
  }

  /** What a table is written anew for, its scan is part of. */
  StatementImpact impact() {
    scans.removeAll(rewrites);
    List<TableLock> found = new ArrayList<>();
    locks.forEach((relation, mode) -> found.add(new TableLock(relation, mode)));
    return new StatementImpact(
        found,
        List.copyOf(rewrites),
        List.copyOf(scans),
        List.copyOf(builds),
        waitsForSnapshots,
        wal,
        refusesTransaction,
        failure,
        List.copyOf(uncertain));
  }
}
