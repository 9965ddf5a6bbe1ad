package dev.redshank.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.redshank.core.finding.FailureMode;
import dev.redshank.core.impact.WalVolume;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.Majors;
import dev.redshank.sandbox.replay.actor.ConnectionPool;
import dev.redshank.sandbox.replay.result.ActResult;
import dev.redshank.sandbox.replay.result.Check;
import dev.redshank.sandbox.replay.result.Figure;
import dev.redshank.sandbox.replay.result.ReplayResult;
import dev.redshank.sandbox.replay.result.StatementResult;
import dev.redshank.sandbox.replay.result.TimelineEvent;
import dev.redshank.sandbox.replay.result.Verdict;
import dev.redshank.sandbox.replay.watch.WalWatch;
import dev.redshank.sandbox.server.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What acts show is what happens, and only what was expected and happened is proven. */
final class StageTest {
  private static final Map<PgVersion, PostgresServer> SERVERS = new TreeMap<>();
  private static final Map<PgVersion, Theatre> THEATRES = new TreeMap<>();
  private static final List<String> HEARD = new ArrayList<>();

  @BeforeAll
  static void start() {
    for (PgVersion version : Majors.asked()) {
      PostgresServer server = PostgresServer.start(version, Replays.SETTINGS);
      SERVERS.put(version, server);
      THEATRES.put(version, Theatre.on(server, new Hearing()));
    }
  }

  @AfterAll
  static void stop() {
    THEATRES.values().forEach(Theatre::close);
    SERVERS.values().forEach(PostgresServer::close);
  }

  static List<PgVersion> versions() {
    return Majors.asked();
  }

  private static final class Hearing implements ReplayListener {
    @Override
    public void waits(List<String> waits) {
      HEARD.addAll(waits);
    }
  }

  private record Play(Consumer<Stage> plot) implements Replay {
    @Override
    public void play(Stage stage) {
      stage.given(
          "CREATE TABLE orders (id bigint, state text)",
          "INSERT INTO orders SELECT g, 'new' FROM generate_series(1, 500) g",
          "CREATE TABLE customers AS SELECT * FROM orders");
      plot.accept(stage);
    }

    @Override
    public String id() {
      return "a-play";
    }

    @Override
    public FailureMode mode() {
      return FailureMode.HIDDEN_REWRITE;
    }
  }

  private static ReplayResult play(PgVersion version, Consumer<Stage> plot) {
    return Stage.play(Objects.requireNonNull(THEATRES.get(version)), new Play(plot));
  }

  /** Plays a danger beside a remedy that holds. */
  private static ReplayResult danger(PgVersion version, Consumer<Act> plot) {
    return play(version, stage -> {
      plot.accept(stage.danger());
      stage.remedy("SELECT 1").succeeds();
    });
  }

  @ParameterizedTest
  @MethodSource("versions")
  void provesWhatHoldsInBothActs(PgVersion version) {
    ReplayResult result = play(version, stage -> {
      stage.danger("ALTER TABLE orders ALTER id TYPE int").rewrites("orders");
      stage.remedy("ALTER TABLE orders ADD note text").keepsFileOf("orders");
    });
    assertThat(result.reason()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(result.rule()).isPresent();
    assertThat(result.postgres()).isEqualTo(version);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void refutesWithTheFirstExpectationThatFailed(PgVersion version) {
    ReplayResult result = play(version, stage -> {
      stage.danger("ALTER TABLE orders ADD note text").succeeds().rewrites("orders");
      stage.remedy("SELECT 1").failsWith("42703");
    });
    assertThat(result.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(result.reason()).isEqualTo("danger: not so that orders gets a new file (seen: [])");
    assertThat(result.danger().checks()).extracting(Check::held).containsExactly(true, false);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void doesNotProveAnActOfWhichNothingIsExpected(PgVersion version) {
    ReplayResult result = play(version, stage -> stage.danger("SELECT 1").succeeds());
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.reason()).contains("remedy");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void isInconclusiveWhereTheSetUpFails(PgVersion version) {
    ReplayResult result = play(version, stage -> {
      stage.given("CREATE TABLE t (id nonsense)");
      stage.danger("SELECT 1").succeeds();
    });
    assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(result.reason()).contains("CREATE TABLE t (id nonsense)");
    assertThat(result.danger().statements()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void keepsActsApart(PgVersion version) {
    ReplayResult result = play(version, stage -> {
      stage.danger("DROP TABLE orders").succeeds();
      stage.remedy("SELECT 1").returns("SELECT count(*) FROM orders", "500");
      stage.also("another fact", "SELECT 1").refuses("SELECT nothing FROM orders", "42703");
    });
    assertThat(result.reason()).isEmpty();
    assertThat(result.further()).extracting(ActResult::title).containsExactly("another fact");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void holdsLocksUntilTheTransactionEnds(PgVersion version) {
    ReplayResult result = danger(
        version,
        act -> act.then("BEGIN", "ALTER TABLE orders ADD note text", "UPDATE customers SET id = 1")
            .writesRows(500)
            .worksUnder(LockMode.ACCESS_EXCLUSIVE, "orders")
            .holdsTogether(LockMode.ROW_EXCLUSIVE, "orders", "customers")
            .doesNotHoldTogether(LockMode.ACCESS_EXCLUSIVE, "orders", "customers")
            .then("COMMIT")
            .doesNotLock("orders")
            .then("UPDATE customers SET id = 1")
            .doesNotWorkUnder(LockMode.ACCESS_EXCLUSIVE, "orders")
            .holdsAtMost(LockMode.ROW_EXCLUSIVE, "customers")
            .logs(WalVolume.PER_ROW));
    assertThat(result.reason()).isEmpty();
    StatementResult alter = result.danger().statements().get(1);
    assertThat(alter.held().values()).containsExactly(LockMode.ACCESS_EXCLUSIVE);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void stopsAndRollsBackWhereAStatementFails(PgVersion version) {
    ReplayResult result = danger(
        version,
        act -> act.then("BEGIN", "DROP TABLE customers", "SELECT nonsense", "DROP TABLE orders")
            .failsWith("42703")
            .returns("SELECT count(*) FROM customers", "500")
            .then("DROP TABLE customers")
            .succeeds());
    assertThat(result.reason()).isEmpty();
    assertThat(result.danger().statements()).hasSize(4);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void seesAnIndexThatWasLeftInvalid(PgVersion version) {
    ReplayResult result = danger(
        version,
        act -> act.then("CREATE UNIQUE INDEX CONCURRENTLY by_state ON orders (state)")
            .failsWith("23505")
            .refusesTransaction()
            .leavesInvalid("by_state")
            .then("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS by_state ON orders (state)")
            .succeeds()
            .says("already exists")
            .leavesInvalid("by_state")
            .then("CREATE INDEX CONCURRENTLY by_id ON orders (id)")
            .waitsForSnapshots()
            .builds("by_id")
            .scans("orders")
            .leavesValid("by_id"));
    assertThat(result.reason()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void refusesInTheTransactionThatIsOpen(PgVersion version) {
    ReplayResult result = danger(
        version,
        act -> act.then("BEGIN", "CREATE INDEX CONCURRENTLY by_id ON orders (id)")
            .failsWith("25001")
            .refusesTransaction());
    assertThat(result.reason()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void letsAConcurrentBuildWaitForAReport(PgVersion version) {
    ReplayResult result = danger(version, act -> {
      Session report = act.session("report")
          .runs("BEGIN ISOLATION LEVEL REPEATABLE READ", "SELECT count(*) FROM orders");
      Running build =
          act.starts("CREATE INDEX CONCURRENTLY by_id ON orders (id)").waitsFor("report");
      report.runs("COMMIT");
      build.succeeds();
      act.waitsForSnapshots()
          .holdsAtLeast(LockMode.SHARE_UPDATE_EXCLUSIVE, "orders")
          .leavesValid("by_id");
    });
    assertThat(result.reason()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void endsADeadlockOfTwoSessions(PgVersion version) {
    ReplayResult result = danger(version, act -> {
      Session other = act.session("other");
      other.runs("SET deadlock_timeout = '50ms'", "BEGIN", "LOCK TABLE customers");
      act.then("SET deadlock_timeout = '1min'", "BEGIN", "LOCK TABLE orders");
      Running mine = act.starts("ALTER TABLE customers ADD note text").waitsFor("other");
      other.tries("LOCK TABLE orders").failsWith("40P01");
      mine.succeeds();
    });
    assertThat(result.reason()).isEmpty();
    assertThat(HEARD).contains("migration waits for other");
    assertThat(result.danger().timeline())
        .anySatisfy(event -> assertThat(event)
            .extracting(TimelineEvent::session, TimelineEvent::state, TimelineEvent::detail)
            .containsExactly("migration", TimelineEvent.State.WAITING, "other"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void refutesAWaitThatDoesNotHappen(PgVersion version) {
    ReplayResult result = danger(version, act -> {
      act.session("report").runs("BEGIN", "SELECT 1");
      act.starts("ALTER TABLE orders ADD note text").waitsFor("report");
    });
    assertThat(result.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(result.reason()).contains("did not wait");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void breaksThePlansThatAnApplicationKeeps(PgVersion version) {
    ReplayResult result = danger(version, act -> {
      Session old = act.application("old application").runs("SELECT * FROM orders");
      act.then("ALTER TABLE orders RENAME state TO status").succeeds();
      old.tries("SELECT state FROM orders").failsWith("42703");
      // Outside a transaction the driver would plan it anew by itself.
      old.runs("BEGIN").tries("SELECT * FROM orders").failsWith("0A000");
    });
    assertThat(result.reason()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void recordsWhatTheBackgroundSees(PgVersion version) {
    ReplayResult result = danger(version, act -> {
      Background background = act.background()
          .loop("reader", 2, "SELECT state FROM orders LIMIT 1")
          .pool("pool", 2, new ConnectionPool.Limits(20, 200), "SELECT count(*) FROM orders")
          .isAnswered("reader")
          .isAnswered("pool")
          .neverFails("reader");
      act.then("BEGIN", "ALTER TABLE orders RENAME state TO status");
      background.waitsFor("reader", "migration").failsWith("pool", ConnectionPool.NO_CONNECTION);
      act.then("COMMIT").succeeds();
      background.failsWith("reader", "42703").isAnswered("pool").figures("reader");
    });
    assertThat(result.reason()).isEmpty();
    assertThat(result.danger().probes()).allMatch(probe -> probe.failures() > 0);
    assertThat(result.danger().figures()).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void showsAReplicaThatIsBehind(PgVersion version) {
    ReplayResult result = danger(version, act -> {
      WalWatch wal = act.background().wal();
      Replica replica = act.replica().pauses();
      act.then("ALTER TABLE orders ADD note text DEFAULT 'none'").succeeds();
      wal.look();
      replica
          .refuses("SELECT note FROM orders", "42703")
          .resumes()
          .catchesUp()
          .returns("SELECT DISTINCT note FROM orders", "none");
    });
    assertThat(result.reason()).isEmpty();
    assertThat(result.danger().wal()).anyMatch(sample -> sample.lagBytes() > 0);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void tellsAReplicaThatIsBehindFromOneThatIsNear(PgVersion version) {
    ReplayResult result = danger(version, act -> {
      Replica replica = act.replica().pauses();
      act.then("UPDATE orders SET state = 'old'").writesRows(500);
      replica.isBehind().resumes().comesWithin(100_000).catchesUp();
      replica.returns("SELECT DISTINCT state FROM orders", "old");
      replica.isBehind();
    });
    assertThat(result.reason()).startsWith("danger: not so that the replica is behind");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void letsASessionAskUntilAnotherIsDone(PgVersion version) {
    ReplayResult result = danger(version, act -> {
      Session other = act.session("other");
      act.then("SELECT pg_advisory_lock(1)").succeeds();
      other.returns("SELECT pg_try_advisory_lock(1)", "f");
      act.then("SELECT pg_advisory_unlock(1)").succeeds();
      other
          .asksUntil("SELECT pg_try_advisory_lock(1)", "t")
          .returns("SELECT nullif(1, 1)", "null")
          .returns("SELECT id FROM orders WHERE id < 0", "null")
          .returns("SELECT 1", "2");
    });
    assertThat(result.reason())
        .isEqualTo("danger: not so that other gets 2 for SELECT 1 (seen: 1)");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void notesWhatStatementsLoggedAndWhatQueriesGive(PgVersion version) {
    ReplayResult result = danger(
        version,
        act -> act.then("UPDATE orders SET state = 'old'")
            .succeeds()
            .figure("log", act.walBytes(), "B")
            .figure("rows", "SELECT count(*) FROM orders", "")
            .then("SELECT 1")
            .figure("log of a query", act.walBytes(), "B"));
    assertThat(result.danger().figures())
        .extracting(Figure::name, figure -> figure.value() > 20_000, Figure::unit)
        .containsExactly(
            tuple("log", true, "B"), tuple("rows", false, ""), tuple("log of a query", false, "B"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void retriesWhileALockIsNotToBeHad(PgVersion version) {
    ReplayResult result = danger(version, act -> {
      Session report = act.session("report").runs("BEGIN", "SELECT count(*) FROM orders");
      act.then("SET lock_timeout = '10ms'", "ALTER TABLE orders ADD note text").failsWith("55P03");
      Running end = report.startsAfter(1, "COMMIT");
      act.retries(50, "ALTER TABLE orders ADD note text").succeeds();
      end.succeeds();
    });
    assertThat(result.reason()).isEmpty();
    assertThat(result.danger().statements())
        .extracting(StatementResult::sqlState)
        .contains(Optional.of("55P03"));
  }
}
