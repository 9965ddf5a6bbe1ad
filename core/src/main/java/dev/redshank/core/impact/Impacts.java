package dev.redshank.core.impact;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Several impacts as one: of a statement's parts, or of a block's statements. */
public final class Impacts {
  private Impacts() {}

  /** The strongest lock on each relation, and everything that any of them does; the first failure counts. */
  public static StatementImpact merge(List<StatementImpact> impacts) {
    Map<RelationName, LockMode> locks = new TreeMap<>();
    for (StatementImpact impact : impacts) {
      for (TableLock lock : impact.locks()) {
        locks.merge(lock.relation(), lock.mode(), LockMode::strongest);
      }
    }
    List<TableLock> merged = new ArrayList<>();
    locks.forEach((relation, mode) -> merged.add(new TableLock(relation, mode)));
    WalVolume wal =
        impacts.stream().map(StatementImpact::wal).max(WalVolume::compareTo).orElse(WalVolume.NONE);
    Optional<Failure> failure =
        impacts.stream().flatMap(impact -> impact.failure().stream()).findFirst();
    return new StatementImpact(
        merged,
        union(impacts, StatementImpact::rewrites),
        union(impacts, StatementImpact::scans),
        union(impacts, StatementImpact::builds),
        impacts.stream().anyMatch(StatementImpact::waitsForSnapshots),
        wal,
        impacts.stream().anyMatch(StatementImpact::refusesTransaction),
        failure,
        impacts.stream()
            .flatMap(impact -> impact.uncertain().stream())
            .distinct()
            .toList());
  }

  private static List<RelationName> union(
      List<StatementImpact> impacts, Function<StatementImpact, Collection<RelationName>> part) {
    TreeSet<RelationName> names = new TreeSet<>();
    impacts.forEach(impact -> names.addAll(part.apply(impact)));
    return List.copyOf(names);
  }
}
