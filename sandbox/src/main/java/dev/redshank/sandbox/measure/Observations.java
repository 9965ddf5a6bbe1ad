package dev.redshank.sandbox.measure;

import dev.redshank.core.impact.WalVolume;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers what is seen of one statement and makes a {@link Measured} of it. */
final class Observations {
  private static final Set<String> QUERIES = Set.of(
      "select", "insert", "update", "delete", "merge", "with", "values", "table", "copy", "execute",
      "explain", "fetch", "declare");

  /** Below this a statement wrote nothing but a lock's or a transaction's own record. */
  private static final long NOTHING = 100;

  /** What exists for others before the statement, who may be waiting for it. */
  private final Picture committed;

  private final SortedMap<RelationName, LockMode> locks = new TreeMap<>();
  private final SortedMap<RelationName, RelationKind> kinds = new TreeMap<>();
  private SortedSet<RelationName> rewrites = new TreeSet<>();
  private SortedSet<RelationName> rewrittenIndexes = new TreeSet<>();
  private SortedSet<RelationName> scans = new TreeSet<>();
  private SortedSet<RelationName> builds = new TreeSet<>();
  private final SortedSet<RelationName> readForNewFiles = new TreeSet<>();
  private boolean mustRunOutside;
  private boolean waitsForSnapshots;
  private boolean logsFiles;
  private long walBytes;
  private long rowsWritten;

  Observations(Picture committed) {
    this.committed = committed;
  }

  /** Notes the locks of a session but for those that it held already. */
  void locks(Map<Long, Set<LockMode>> now, Map<Long, Set<LockMode>> before) {
    now.forEach((oid, modes) -> committed
        .relation(oid)
        .ifPresent(relation -> modes.stream()
            .filter(mode -> !before.getOrDefault(oid, Set.of()).contains(mode))
            .forEach(mode -> {
              locks.merge(relation.name(), mode, LockMode::strongest);
              kinds.put(relation.name(), relation.kind());
            })));
  }

  /** Notes new files; those of relations that the transaction itself made are nobody's loss. */
  void files(Picture before, Picture after, Subject subject) throws SQLException {
    rewrites = known(after.newFiles(before, false));
    rewrittenIndexes = known(after.newFiles(before, true));
    builds = after.builds(before);
    for (long oid : after.tablesWithNewFiles(before)) {
      Optional<Relation> table = committed.relation(oid);
      if (table.isPresent() && holdsRows(subject, oid)) {
        readForNewFiles.add(table.get().name());
        logsFiles = logsFiles || after.relation(oid).map(Relation::logged).orElse(false);
      }
    }
  }

  void scans(String statement, SortedSet<RelationName> found) {
    String first = statement.stripLeading().split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
    if (!QUERIES.contains(first)) {
      scans = known(found);
    }
  }

  /**
   * Scans of a statement that committed by itself: its counters are gone, but whatever got a new
   * file was made by reading the table.
   */
  void scansForNewFiles() {
    scans = readForNewFiles;
  }

  void mustRunOutside() {
    mustRunOutside = true;
  }

  /** Whether the statement was refused inside a transaction. */
  boolean isRefusedInside() {
    return mustRunOutside;
  }

  void waitsForSnapshots() {
    waitsForSnapshots = true;
  }

  void written(long bytes, long rows) {
    walBytes = bytes;
    rowsWritten = rows;
  }

  Measured measured(Subject.Outcome outcome) {
    return new Measured(
        locks,
        kinds,
        rewrites,
        rewrittenIndexes,
        scans,
        builds,
        outcome.sqlState(),
        outcome.message(),
        mustRunOutside,
        waitsForSnapshots,
        walBytes,
        wal(),
        rowsWritten,
        outcome.words(),
        outcome.took());
  }

  private WalVolume wal() {
    if (logsFiles) {
      return WalVolume.TABLE;
    }
    if (rowsWritten > 0) {
      return WalVolume.PER_ROW;
    }
    return walBytes < NOTHING ? WalVolume.NONE : WalVolume.CATALOG;
  }

  private SortedSet<RelationName> known(SortedSet<RelationName> names) {
    SortedSet<RelationName> known = new TreeSet<>();
    committed.all().map(Relation::name).filter(names::contains).forEach(known::add);
    return known;
  }

  private static boolean holdsRows(Subject subject, long table) throws SQLException {
    try (ResultSet row = subject.query("SELECT coalesce(pg_relation_size(" + table + "), 0) > 0")) {
      return row.next() && row.getBoolean(1);
    }
  }
}
