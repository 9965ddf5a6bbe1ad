package dev.redshank.core.impact;

import dev.redshank.core.schema.RelationName;
import java.util.List;
import java.util.Optional;

/**
 * What a statement does, as far as the schema before it, the transaction around it and the PostgreSQL version tell. Lists are sorted and hold
 * no relation twice; relations that the statement itself makes are left out of {@code locks}.
 *
 * @param locks the strongest lock on each relation, tables and views as well as indexes and sequences that existed before
 * @param rewrites tables and materialized views that are written anew, with all their indexes
 * @param scans tables that are read from end to end to check or build something
 * @param builds indexes that are built, or built again; also those of constraints and of tables that are rewritten
 * @param waitsForSnapshots whether it waits for every transaction that is older, on whatever table
 * @param refusesTransaction whether it cannot run inside a transaction block
 * @param failure the error that it is bound to raise
 */
public record StatementImpact(
    List<TableLock> locks,
    List<RelationName> rewrites,
    List<RelationName> scans,
    List<RelationName> builds,
    boolean waitsForSnapshots,
    WalVolume wal,
    boolean refusesTransaction,
    Optional<Failure> failure,
    List<Uncertainty> uncertain) {
  public StatementImpact {
    locks = List.copyOf(locks);
    rewrites = List.copyOf(rewrites);
    scans = List.copyOf(scans);
    builds = List.copyOf(builds);
    uncertain = List.copyOf(uncertain);
  }
}
