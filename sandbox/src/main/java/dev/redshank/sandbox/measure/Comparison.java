package dev.redshank.sandbox.measure;

import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.impact.Uncertainty;
import dev.redshank.core.impact.WalVolume;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds what is claimed of a statement against what a server did. What is left out:
 *
 * <ul>
 *   <li>locks on composite types, which are relations in the catalogs only;
 *   <li>locks on indexes that a statement in transactions of its own takes: it is stopped at tables, and looked at there;
 *   <li>the difference between no WAL and a catalog's few records, below a kilobyte, for locks are logged too; and the
 *       hints that a query leaves on pages, logged where checksums are on as from PostgreSQL 18;
 *   <li>rows that are only locked, which nobody counts;
 *   <li>more than is claimed, where the claim says that a table is not known;
 *   <li>locks on indexes and sequences that no claim names and that are no stronger than the transaction's strongest lock on a table: who waits
 *       for them waits for the table too; and ROW EXCLUSIVE on sequences, as nextval takes it, which no other use conflicts with;
 *   <li>scans that a query's plan chooses: those of the statements that hold a query, and of the table that a foreign key refers to,
 *       which is looked into row by row or joined;
 *   <li>everything but the SQLSTATE of a statement that fails, for its locks are gone before anybody can look;
 *   <li>catalogs, which are not looked at; and the work that is claimed for tables without rows, where there is none to do;
 *   <li>rows that foreign keys refer to, which nobody locks where no row was written;
 *   <li>work in branches that a DO block does not take;
 *   <li>partitions that a statement spares because of its values, and tables behind rows that would change with its own: those
 *       of which the claim says so, table by table.
 * </ul>
 */
public final class Comparison {
  /** Bytes below which a statement may have written nothing of its own. */
  private static final long LITTLE = 1024;

  /** The doubts whether a statement's values spare the table that is named. */
  private static final Set<String> SPARING = Set.of("partitions", "cascade");

  private final StatementImpact claim;
  private final Measured measured;
  private final Context context;
  private final List<String> differences = new ArrayList<>();

  private Comparison(StatementImpact claim, Measured measured, Context context) {
    this.claim = claim;
    this.measured = measured;
    this.context = context;
  }

  /**
   * What the comparison has to know about the statement.
   *
   * @param holdsQuery whether its scans are a matter of a query's plan
   * @param laterInTransaction whether other statements of its transaction came before, whose locks are held already
   * @param emptiesFiles whether its new files are empty ones
   * @param withoutRows relations that hold no rows before it
   * @param held the strongest locks of its transaction so far, where they are known: what is no stronger is nothing new
   * @param isOpaque whether it runs SQL that the claim cannot know, so that it may do more
   * @param branches whether it runs SQL that the claim knows and the server may pass by, so that it may do less
   */
  public record Context(
      boolean holdsQuery,
      boolean laterInTransaction,
      boolean emptiesFiles,
      Set<RelationName> withoutRows,
      Map<RelationName, LockMode> held,
      boolean isOpaque,
      boolean branches) {
    public Context {
      withoutRows = Set.copyOf(withoutRows);
      held = Map.copyOf(held);
    }

    private static final List<String> QUERIES =
        List.of("REFRESH", "SELECT", "WITH", "TABLE", "VALUES", "COPY");

    /**
     * What the words of a statement tell.
     *
     * @param laterInTransaction whether other statements of its transaction came before
     */
    public static Context of(String statement, boolean laterInTransaction) {
      String words = statement.toUpperCase(Locale.ROOT);
      boolean query = QUERIES.stream().anyMatch(words::startsWith)
          || (words.startsWith("CREATE") && words.contains(" AS SELECT"));
      boolean empties = words.startsWith("TRUNCATE")
          || (words.startsWith("REFRESH") && words.contains("WITH NO DATA"));
      return new Context(query, laterInTransaction, empties, Set.of(), Map.of(), false, false);
    }

    /** The same of a statement that holds a query, whatever it begins with. */
    public Context holdingQuery() {
      return new Context(
          true, laterInTransaction, emptiesFiles, withoutRows, held, isOpaque, branches);
    }

    /** The same where these relations hold no rows. */
    public Context on(Set<RelationName> empty) {
      return new Context(
          holdsQuery, laterInTransaction, emptiesFiles, empty, held, isOpaque, branches);
    }

    /** The same where the transaction holds these locks. */
    public Context holding(Map<RelationName, LockMode> locks) {
      return new Context(
          holdsQuery, laterInTransaction, emptiesFiles, withoutRows, locks, isOpaque, branches);
    }

    /** The same of a statement that runs SQL which is not known before. */
    public Context opaque() {
      return new Context(true, laterInTransaction, emptiesFiles, withoutRows, held, true, branches);
    }

    /** The same of a statement that decides itself which of its statements run. */
    public Context branching() {
      return new Context(true, laterInTransaction, emptiesFiles, withoutRows, held, isOpaque, true);
    }
  }

  /** The differences, one line each; none when claim and server agree. */
  public static List<String> differences(
      StatementImpact claim, Measured measured, Context context) {
    Comparison comparison = new Comparison(claim, measured, context);
    comparison.compare();
    return comparison.differences;
  }

  private void compare() {
    differ("refuses transaction", claim.refusesTransaction(), measured.mustRunOutsideTransaction());
    boolean foretold = claim.failure().isPresent() && !context.branches();
    if (foretold || measured.sqlState().isPresent()) {
      failure();
      return;
    }
    locks();
    if (!context.emptiesFiles()) {
      rewrites();
      builds();
    }
    if (!context.holdsQuery()) {
      scans();
    }
    differ("waits for snapshots", claim.waitsForSnapshots(), measured.waitsForSnapshots());
    wal();
  }

  /** A table that nobody else sees yet is written anew, and nobody waits. */
  private void rewrites() {
    SortedSet<RelationName> claimed = new TreeSet<>(claim.rewrites());
    claimed.removeIf(
        name -> context.withoutRows().contains(name) && !measured.rewrites().contains(name));
    differ("rewrites", taken(claimed, measured.rewrites()), known(claimed, measured.rewrites()));
  }

  /** Indexes of tables that no migration names are not among those that are claimed. */
  private void builds() {
    SortedSet<RelationName> claimed = new TreeSet<>(claim.builds());
    differ("builds", taken(claimed, measured.builds()), known(claimed, measured.builds()));
  }

  /** What is claimed, but for what stands in branches that were not taken. */
  private SortedSet<RelationName> taken(
      SortedSet<RelationName> claimed, SortedSet<RelationName> seen) {
    SortedSet<RelationName> taken = new TreeSet<>(claimed);
    if (context.branches()) {
      taken.retainAll(seen);
    }
    return taken;
  }

  /** What is seen, but for what an opaque statement does besides, or one whose tables are not all known. */
  private SortedSet<RelationName> known(
      SortedSet<RelationName> claimed, SortedSet<RelationName> seen) {
    SortedSet<RelationName> known = new TreeSet<>(seen);
    if (context.isOpaque() || doubts("table")) {
      known.retainAll(claimed);
    }
    return known;
  }

  private void wal() {
    boolean little = claim.wal().compareTo(WalVolume.CATALOG) <= 0 && measured.walBytes() < LITTLE;
    boolean hints = claim.wal() == WalVolume.NONE && context.holdsQuery();
    boolean rowLocks = claim.wal() == WalVolume.PER_ROW && measured.rowsWritten() == 0;
    boolean more =
        (context.isOpaque() || doubts("table")) && measured.wal().compareTo(claim.wal()) > 0;
    boolean less = context.branches() && measured.wal().compareTo(claim.wal()) < 0;
    if (!little && !hints && !rowLocks && !more && !less && !nothingToWrite()) {
      differ("WAL", claim.wal(), measured.wal());
    }
  }

  /** A table without rows is written anew, or indexed, with nothing but a file. */
  private boolean nothingToWrite() {
    List<RelationName> written = new ArrayList<>(claim.rewrites());
    written.addAll(claim.scans());
    if (written.isEmpty() && !claim.builds().isEmpty()) {
      // Indexes alone are built on what nobody may write meanwhile: a partition that is attached.
      claim.locks().stream()
          .filter(lock -> lock.mode().compareTo(LockMode.SHARE) >= 0)
          .forEach(lock -> written.add(lock.relation()));
    }
    return claim.wal() == WalVolume.TABLE
        && !written.isEmpty()
        && context.withoutRows().containsAll(written);
  }

  private void failure() {
    Optional<String> claimed = claim.failure().map(failure -> failure.sqlState());
    boolean foretold = claimed.isEmpty()
        && claim.uncertain().stream()
            .map(Uncertainty::reason)
            .anyMatch(reason -> reason.contains(measured.sqlState().orElse("no failure")));
    if (!foretold && !claimed.equals(measured.sqlState())) {
      differences.add("fails: claimed " + claimed.orElse("-") + ", measured "
          + measured.sqlState().orElse("-") + " " + measured.message());
    }
  }

  private void locks() {
    SortedMap<RelationName, LockMode> claimed = new TreeMap<>();
    claim.locks().forEach(lock -> claimed.put(lock.relation(), lock.mode()));
    claimed.keySet().removeIf(name -> isCatalog(name) && !measured.locks().containsKey(name));
    SortedMap<RelationName, LockMode> seen = new TreeMap<>(measured.locks());
    seen.entrySet().removeIf(lock -> !claimed.containsKey(lock.getKey()) && isNoise(lock));
    if (context.laterInTransaction()) {
      claimed.keySet().retainAll(seen.keySet());
    }
    if (claim.refusesTransaction()) {
      claimed.keySet().removeIf(name -> claim.builds().contains(name) && !seen.containsKey(name));
    }
    if (doubts("table") || context.isOpaque()) {
      seen.keySet().removeIf(name -> !claimed.containsKey(name));
    }
    if (context.branches()) {
      claimed.keySet().retainAll(seen.keySet());
    }
    if (writesNothing()) {
      claimed.replaceAll(
          (name, mode) -> mode == LockMode.ROW_SHARE ? seen.getOrDefault(name, mode) : mode);
      claimed
          .entrySet()
          .removeIf(
              lock -> lock.getValue() == LockMode.ROW_SHARE && !seen.containsKey(lock.getKey()));
    }
    claimed.entrySet().removeIf(this::isHeld);
    seen.entrySet().removeIf(this::isHeld);
    claimed.keySet().removeIf(name -> !seen.containsKey(name) && mayBeSpared(name));
    differ("locks", claimed, seen);
  }

  /** A statement that would write rows and found none, so that no foreign key was looked at. */
  private boolean writesNothing() {
    return measured.rowsWritten() == 0
        && claim.locks().stream().anyMatch(lock -> lock.mode() == LockMode.ROW_EXCLUSIVE);
  }

  /** Which partitions a statement spares, and how far rows go along with its own, is decided by its values. */
  private boolean mayBeSpared(RelationName table) {
    return claim.uncertain().stream()
        .filter(doubt -> SPARING.contains(doubt.fact()))
        .anyMatch(doubt -> doubt.relation().equals(table));
  }

  private boolean isHeld(Map.Entry<RelationName, LockMode> lock) {
    LockMode held = context.held().get(lock.getKey());
    return held != null && held.compareTo(lock.getValue()) >= 0;
  }

  /** An unqualified name of a catalog is looked up in public where nobody knows it. */
  private static boolean isCatalog(RelationName name) {
    return name.schema().equals("pg_catalog")
        || name.schema().equals("information_schema")
        || name.name().startsWith("pg_");
  }

  private boolean isNoise(Map.Entry<RelationName, LockMode> lock) {
    RelationKind kind = measured.kinds().get(lock.getKey());
    boolean sequence = kind == RelationKind.SEQUENCE;
    if (kind == RelationKind.COMPOSITE_TYPE) {
      return true;
    }
    if (kind != RelationKind.INDEX && !sequence) {
      return false;
    }
    LockMode strongest = Stream.concat(
            measured.tableLocks().values().stream(), context.held().values().stream())
        .max(LockMode::compareTo)
        .orElse(LockMode.ACCESS_SHARE);
    return lock.getValue().compareTo(strongest) <= 0
        || (sequence && lock.getValue().compareTo(LockMode.ROW_EXCLUSIVE) <= 0);
  }

  private void scans() {
    SortedSet<RelationName> claimed = without(claim.scans(), claim.rewrites());
    claimed.removeAll(context.withoutRows());
    SortedSet<RelationName> seen = without(measured.scans(), measured.rewrites());
    if (measured.words().stream().anyMatch(word -> word.startsWith("validating foreign key"))) {
      List<RelationName> locked =
          claim.locks().stream().map(TableLock::relation).toList();
      seen.removeIf(name -> !claimed.contains(name) && locked.contains(name));
    }
    if (doubts("table")) {
      seen.retainAll(claimed);
    }
    differ("scans", claimed, seen);
  }

  private boolean doubts(String fact) {
    return claim.uncertain().stream().anyMatch(each -> each.fact().equals(fact));
  }

  private static SortedSet<RelationName> without(
      Collection<RelationName> names, Collection<RelationName> others) {
    SortedSet<RelationName> rest = new TreeSet<>(names);
    rest.removeAll(others);
    return rest;
  }

  private void differ(String what, Collection<?> claimed, Collection<?> seen) {
    differ(what, new TreeSet<>(claimed).toString(), new TreeSet<>(seen).toString());
  }

  private void differ(String what, Object claimed, Object seen) {
    if (!claimed.equals(seen)) {
      differences.add(what + ": claimed " + claimed + ", measured " + seen);
    }
  }
}
