package dev.redshank.sandbox.measure;

import dev.redshank.core.impact.WalVolume;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one statement did. Catalogs and TOAST tables are left out everywhere.
 *
 * @param locks for each relation that existed before, the strongest mode that the statement took
 *     and the transaction did not hold yet; indexes and sequences too. Empty when the statement
 *     failed inside a transaction: PostgreSQL releases locks before anybody can look. Outside, what
 *     the statement held or asked for wherever it met a table in use
 * @param kinds what each relation of {@code locks} is
 * @param rewrites tables and materialized views that existed before and have a new file
 * @param rewrittenIndexes indexes that existed before and have a new file under their old name
 * @param scans tables that were read from end to end by a statement that is not itself a query or
 *     DML; only tables with rows
 * @param builds indexes on tables that existed before which are new, or have a new file
 * @param sqlState how the statement (or its commit) failed
 * @param message PostgreSQL's words for the failure, or an empty string
 * @param mustRunOutsideTransaction whether it was refused inside a transaction block (25001, 2D000)
 * @param waitsForSnapshots whether it waited for an older transaction that held no lock at all
 * @param walBytes write-ahead log that the statement itself wrote, in bytes
 * @param rowsWritten rows inserted, updated and deleted
 * @param words what the server said meanwhile (DEBUG1 and up), in order
 * @param took how long it ran, without the times at which it was stopped to be looked at
 */
public record Measured(
    SortedMap<RelationName, LockMode> locks,
    SortedMap<RelationName, RelationKind> kinds,
    SortedSet<RelationName> rewrites,
    SortedSet<RelationName> rewrittenIndexes,
    SortedSet<RelationName> scans,
    SortedSet<RelationName> builds,
    Optional<String> sqlState,
    String message,
    boolean mustRunOutsideTransaction,
    boolean waitsForSnapshots,
    long walBytes,
    WalVolume wal,
    long rowsWritten,
    List<String> words,
    Duration took) {
  public Measured {
    locks = Collections.unmodifiableSortedMap(new TreeMap<>(locks));
    kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    rewrites = Collections.unmodifiableSortedSet(new TreeSet<>(rewrites));
    rewrittenIndexes = Collections.unmodifiableSortedSet(new TreeSet<>(rewrittenIndexes));
    scans = Collections.unmodifiableSortedSet(new TreeSet<>(scans));
    builds = Collections.unmodifiableSortedSet(new TreeSet<>(builds));
    words = List.copyOf(words);
  }

  /** The locks on tables, views and whatever else is not an index or a sequence. */
  public SortedMap<RelationName, LockMode> tableLocks() {
    SortedMap<RelationName, LockMode> tables = new TreeMap<>(locks);
    tables
        .keySet()
        .removeIf(name ->
            kinds.get(name) == RelationKind.INDEX || kinds.get(name) == RelationKind.SEQUENCE);
    return tables;
  }
}
