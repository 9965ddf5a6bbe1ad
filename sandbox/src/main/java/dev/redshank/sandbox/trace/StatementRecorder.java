package dev.redshank.sandbox.trace;

import dev.redshank.core.impact.StatementImpact;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.lint.RehearsedMigration;
import dev.redshank.core.lint.RehearsedStatement;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.Call;
import dev.redshank.core.statement.Copy;
import dev.redshank.core.statement.CreateMaterializedView;
import dev.redshank.core.statement.CreateTableAs;
import dev.redshank.core.statement.Delete;
import dev.redshank.core.statement.DoBlock;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.RoutineBody;
import dev.redshank.core.statement.Select;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.Update;
import dev.redshank.sandbox.measure.Bystander;
import dev.redshank.sandbox.measure.Comparison;
import dev.redshank.sandbox.measure.Leftovers;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.measure.RelationKind;
import dev.redshank.sandbox.measure.SessionProbe;
import dev.redshank.sandbox.measure.SessionProbe.Ending;
import dev.redshank.sandbox.measure.SessionProbe.Sql;
import dev.redshank.sandbox.trace.TracedStatement.Skipped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Measures the statements of a migration under review, and remembers who holds what until when. */
final class StatementRecorder implements MigrationRun.Steps {
  private final RehearsedMigration migration;
  private final SessionProbe session;
  private final Bystander bystander;
  private final ReplicaLag lag;
  private final List<TracedStatement> statements = new ArrayList<>();

  /** Statements of the open transaction, whose locks are still held. */
  private final List<TracedStatement> open = new ArrayList<>();

  private Duration clock;
  private Leftovers known;

  /**
   * @param clock how much time the statements before have taken since the deploy began
   */
  StatementRecorder(
      RehearsedMigration migration,
      SessionProbe session,
      Bystander bystander,
      ReplicaLag lag,
      Duration clock) {
    this.migration = migration;
    this.session = session;
    this.bystander = bystander;
    this.lag = lag;
    this.clock = clock;
    this.known = session.leftovers();
  }

  List<TracedStatement> statements() {
    return statements;
  }

  /** The time behind the last statement. */
  Duration clock() {
    return clock;
  }

  @Override
  public Ending run(RehearsedStatement statement) {
    boolean inside = session.inTransaction();
    String lockTimeout = session.setting("lock_timeout");
    Sql sql = Scripts.sql(statement, migration.source());
    Set<RelationName> withoutRows = withoutRows(statement);
    Map<RelationName, Optional<Set<LockMode>>> refused = new TreeMap<>();
    Measured measured = inside
        ? session.inside(sql)
        : session.alone(sql, claimed(statement), soFar -> refused.putAll(look(soFar)));
    if (inside && measured.sqlState().isEmpty()) {
      refused.putAll(look(measured));
    }
    List<String> differences = differences(statement, measured, withoutRows);
    add(statement, inside, lockTimeout, measured, refused, differences);
    return new Ending(measured.sqlState(), measured.message(), measured.took());
  }

  /** What another session could not have, while the locks are held. */
  private Map<RelationName, Optional<Set<LockMode>>> look(Measured measured) {
    Map<RelationName, Optional<Set<LockMode>>> refused = new TreeMap<>();
    measured.locks().keySet().stream()
        .filter(name -> measured.kinds().get(name) == RelationKind.TABLE)
        .forEach(name -> refused.put(name, bystander.refused(name)));
    return refused;
  }

  private void add(
      RehearsedStatement statement,
      boolean inside,
      String lockTimeout,
      Measured measured,
      Map<RelationName, Optional<Set<LockMode>>> refused,
      List<String> claimDifferences) {
    Duration start = clock;
    clock = clock.plus(measured.took());
    List<TracedLock> locks = locks(measured, start, refused);
    SortedMap<RelationName, LockMode> holding = holding();
    List<String> differences = new ArrayList<>(claimDifferences);
    differences.addAll(liveDifferences(locks));
    open.add(new TracedStatement(
        migration.source(),
        statement.sql().span(),
        statement.statement().kind(),
        inside,
        Optional.of(measured),
        Optional.empty(),
        lockTimeout,
        start,
        locks,
        holding,
        left(measured),
        lag.behind(),
        differences));
  }

  private List<TracedLock> locks(
      Measured measured, Duration start, Map<RelationName, Optional<Set<LockMode>>> refused) {
    List<TracedLock> locks = new ArrayList<>();
    measured.locks().forEach((name, mode) -> {
      RelationKind kind = measured.kinds().getOrDefault(name, RelationKind.TABLE);
      Optional<Set<LockMode>> tried = refused.getOrDefault(name, Optional.empty());
      locks.add(new TracedLock(name, kind, mode, start, clock, tried));
    });
    locks.sort(Comparator.comparing(TracedLock::mode)
        .reversed()
        .thenComparing(lock -> lock.kind() == RelationKind.INDEX)
        .thenComparing(TracedLock::relation));
    return locks;
  }

  private SortedMap<RelationName, LockMode> holding() {
    SortedMap<RelationName, LockMode> holding = new TreeMap<>();
    for (TracedStatement earlier : open) {
      for (TracedLock lock : earlier.locks()) {
        if (lock.mode().blocksWrites() && lock.kind() != RelationKind.INDEX) {
          holding.merge(lock.relation(), lock.mode(), LockMode::strongest);
        }
      }
    }
    return Collections.unmodifiableSortedMap(holding);
  }

  /** The relations that the claim says are locked. */
  private static Set<RelationName> claimed(RehearsedStatement statement) {
    return statement.claim().stream()
        .flatMap(claim -> claim.locks().stream())
        .map(TableLock::relation)
        .collect(Collectors.toSet());
  }

  /** Of the tables that the claim has work on, or may have, those without rows. */
  private Set<RelationName> withoutRows(RehearsedStatement statement) {
    Set<RelationName> worked = new HashSet<>(claimed(statement));
    statement.claim().ifPresent(claim -> {
      worked.addAll(claim.scans());
      worked.addAll(claim.rewrites());
    });
    return session.withoutRows(worked);
  }

  private List<String> differences(
      RehearsedStatement statement, Measured measured, Set<RelationName> withoutRows) {
    Optional<StatementImpact> claim = statement.claim();
    if (measured.sqlState().filter(StatementRecorder::isCutShort).isPresent()
        || (measured.sqlState().filter(StatementRecorder::isAboutValues).isPresent()
            && runsQueries(statement.statement()))) {
      return List.of();
    }
    boolean later = open.stream().anyMatch(earlier -> earlier.measured().isPresent());
    return claim.isEmpty()
        ? List.of()
        : Comparison.differences(
            claim.get(), measured, context(statement, later).on(withoutRows).holding(heldSoFar()));
  }

  /** Whether somebody ended it, or the machine could not: nobody claims to foresee that. */
  private static boolean isCutShort(String sqlState) {
    return List.of("57", "08", "53", "58").contains(sqlState.substring(0, 2));
  }

  /** Whether data were at fault, or code that looked at them: nobody claims to foresee values either. */
  private static boolean isAboutValues(String sqlState) {
    return List.of("22", "23", "44", "P0").contains(sqlState.substring(0, 2));
  }

  private static boolean runsQueries(Statement statement) {
    return statement instanceof Insert
        || statement instanceof Update
        || statement instanceof Delete
        || statement instanceof Merge
        || statement instanceof Select
        || statement instanceof Copy
        || holdsQuery(statement);
  }

  private SortedMap<RelationName, LockMode> heldSoFar() {
    SortedMap<RelationName, LockMode> held = new TreeMap<>();
    open.stream()
        .flatMap(earlier -> earlier.locks().stream())
        .forEach(lock -> held.merge(lock.relation(), lock.mode(), LockMode::strongest));
    return held;
  }

  private static Comparison.Context context(RehearsedStatement statement, boolean later) {
    Statement read = statement.statement();
    Comparison.Context words = Comparison.Context.of(statement.sql().tokens().sql(), later);
    if (read instanceof DoBlock block
        && block.body().filter(RoutineBody::chooses).isPresent()) {
      words = words.branching();
    } else if (holdsQuery(read)) {
      words = words.holdingQuery();
    }
    return statement.isWhollyRead() ? words : words.opaque();
  }

  private static boolean holdsQuery(Statement statement) {
    return statement instanceof DoBlock
        || statement instanceof Call
        || statement instanceof CreateTableAs
        || statement instanceof CreateMaterializedView;
  }

  /** Where another session was refused more or less than the conflict table says. */
  private List<String> liveDifferences(List<TracedLock> locks) {
    List<String> differences = new ArrayList<>();
    for (TracedLock lock : locks) {
      lock.refused().ifPresent(refused -> {
        Set<LockMode> expected = EnumSet.copyOf(lock.blocks());
        heldBefore(lock.relation()).forEach(mode -> {
          for (LockMode other : LockMode.values()) {
            if (mode.conflictsWith(other)) {
              expected.add(other);
            }
          }
        });
        if (!expected.equals(refused)) {
          differences.add("who waits for " + lock.relation() + ": the conflict table says "
              + expected + ", NOWAIT says " + refused);
        }
      });
    }
    return differences;
  }

  private List<LockMode> heldBefore(RelationName relation) {
    return open.stream()
        .flatMap(each -> each.locks().stream())
        .filter(lock -> lock.relation().equals(relation))
        .map(TracedLock::mode)
        .toList();
  }

  @Override
  public Ending control(RehearsedStatement statement) {
    boolean inside = session.inTransaction();
    Ending ending = session.run(Scripts.sql(statement, migration.source()));
    Duration start = clock;
    clock = clock.plus(ending.took());
    open.add(plain(statement, inside, start, Optional.empty()));
    return ending;
  }

  @Override
  public void skip(RehearsedStatement statement, Skipped reason) {
    open.add(plain(statement, session.inTransaction(), clock, Optional.of(reason)));
  }

  private TracedStatement plain(
      RehearsedStatement statement, boolean inside, Duration start, Optional<Skipped> skipped) {
    return new TracedStatement(
        migration.source(),
        statement.sql().span(),
        statement.statement().kind(),
        inside,
        Optional.empty(),
        skipped,
        "",
        start,
        List.of(),
        holding(),
        Leftovers.NONE,
        Optional.empty(),
        List.of());
  }

  /** What is unfinished since the statement; a failed transaction answers no question. */
  private Leftovers left(Measured measured) {
    boolean aborted = measured.sqlState().isPresent() && session.inTransaction();
    if (aborted || !session.isAlive()) {
      return Leftovers.NONE;
    }
    Leftovers now = session.leftovers();
    Leftovers left = now.since(known);
    known = now;
    return left;
  }

  @Override
  public void transactionEnded() {
    for (TracedStatement draft : open) {
      statements.add(draft.until(clock));
    }
    open.clear();
    if (session.isAlive()) {
      known = session.leftovers();
    }
  }
}
