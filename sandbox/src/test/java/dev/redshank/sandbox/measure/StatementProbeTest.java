package dev.redshank.sandbox.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redshank.core.impact.WalVolume;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.Majors;
import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.server.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What everybody knows of PostgreSQL is what the probe sees. */
class StatementProbeTest {
  private static final List<String> SHOP = List.of(
      "CREATE TABLE customers (id bigint PRIMARY KEY)",
      "INSERT INTO customers SELECT generate_series(1, 500)",
      "CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint, state varchar(10), at"
          + " timestamp)",
      "INSERT INTO orders SELECT g, g, 'new', now() FROM generate_series(1, 500) g",
      "CREATE INDEX orders_state ON orders (state)",
      "CREATE SCHEMA archive",
      "CREATE TABLE archive.orders AS SELECT * FROM orders",
      "CREATE SEQUENCE numbers",
      "CREATE TABLE empty (id int)");

  private static final Map<PgVersion, PostgresServer> SERVERS = new TreeMap<>();
  private static final Map<PgVersion, StatementProbe> PROBES = new TreeMap<>();

  @BeforeAll
  static void start() {
    for (PgVersion version : Majors.asked()) {
      PostgresServer server = PostgresServer.start(version, List.of());
      SERVERS.put(version, server);
      PROBES.put(version, StatementProbe.on(server));
    }
  }

  @AfterAll
  static void stop() {
    PROBES.values().forEach(StatementProbe::close);
    SERVERS.values().forEach(PostgresServer::close);
  }

  static List<PgVersion> versions() {
    return Majors.asked();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void seesACatalogOnlyChange(PgVersion version) {
    Measured measured = measure(version, "ALTER TABLE orders ADD COLUMN note text");
    assertThat(measured.locks())
        .containsOnly(Map.entry(table("orders"), LockMode.ACCESS_EXCLUSIVE));
    assertThat(measured.rewrites()).isEmpty();
    assertThat(measured.scans()).isEmpty();
    assertThat(measured.builds()).isEmpty();
    assertThat(measured.wal()).isEqualTo(WalVolume.CATALOG);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void seesARewriteWithItsIndexes(PgVersion version) {
    Measured measured =
        measure(version, "ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid()");
    assertThat(measured.rewrites()).containsExactly(table("orders"));
    assertThat(measured.rewrittenIndexes())
        .containsExactly(table("orders_pkey"), table("orders_state"));
    assertThat(measured.builds()).isEqualTo(measured.rewrittenIndexes());
    assertThat(measured.wal()).isEqualTo(WalVolume.TABLE);
    assertThat(measured.walBytes()).isGreaterThan(20_000);
    assertThat(measured.kinds().get(table("orders_pkey"))).isEqualTo(RelationKind.INDEX);
    assertThat(measured.tableLocks()).containsOnlyKeys(table("orders"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void seesThatAWiderColumnKeepsItsIndex(PgVersion version) {
    Measured measured = measure(version, "ALTER TABLE orders ALTER state TYPE varchar(20)");
    assertThat(measured.rewrites()).isEmpty();
    assertThat(measured.rewrittenIndexes()).isEmpty();
    assertThat(measured.builds()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void seesTheRewriteThatUtcHides(PgVersion version) {
    String change = "ALTER TABLE orders ALTER at TYPE timestamptz";
    assertThat(measure(version, change).rewrites()).containsExactly(table("orders"));
    assertThat(measure(version, change, Options.USUAL.in("UTC")).rewrites()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void seesBothTablesOfAForeignKey(PgVersion version) {
    String key = "ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customers";
    Measured checked = measure(version, key);
    assertThat(checked.tableLocks())
        .containsOnly(
            Map.entry(table("customers"), LockMode.SHARE_ROW_EXCLUSIVE),
            Map.entry(table("orders"), LockMode.SHARE_ROW_EXCLUSIVE));
    assertThat(checked.scans()).contains(table("orders"));
    assertThat(checked.words()).anyMatch(words -> words.startsWith("validating foreign key"));
    assertThat(measure(version, key + " NOT VALID").scans()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void seesAnIndexBeingBuilt(PgVersion version) {
    Measured measured = measure(version, "CREATE INDEX orders_customer ON orders (customer)");
    assertThat(measured.tableLocks()).containsOnly(Map.entry(table("orders"), LockMode.SHARE));
    assertThat(measured.builds()).containsExactly(table("orders_customer"));
    assertThat(measured.scans()).containsExactly(table("orders"));
    assertThat(measured.mustRunOutsideTransaction()).isFalse();
    assertThat(measured.waitsForSnapshots()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void seesAConcurrentBuildBehindTheGates(PgVersion version) {
    Measured measured = measure(version, "CREATE INDEX CONCURRENTLY byState ON orders (state, id)");
    assertThat(measured.sqlState()).isEmpty();
    assertThat(measured.mustRunOutsideTransaction()).isTrue();
    assertThat(measured.waitsForSnapshots()).isTrue();
    assertThat(measured.tableLocks())
        .containsOnly(Map.entry(table("orders"), LockMode.SHARE_UPDATE_EXCLUSIVE));
    assertThat(measured.builds()).containsExactly(table("bystate"));
    assertThat(measured.scans()).containsExactly(table("orders"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void tellsWaitingForUsersFromWaitingForSnapshots(PgVersion version) {
    Measured measured = measure(version, "DROP INDEX CONCURRENTLY orders_state");
    assertThat(measured.mustRunOutsideTransaction()).isTrue();
    assertThat(measured.waitsForSnapshots()).isFalse();
    assertThat(measured.locks())
        .containsOnly(
            Map.entry(table("orders"), LockMode.SHARE_UPDATE_EXCLUSIVE),
            Map.entry(table("orders_state"), LockMode.SHARE_UPDATE_EXCLUSIVE));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void seesTheLocksOfVacuum(PgVersion version) {
    assertThat(measure(version, "VACUUM orders").tableLocks())
        .containsOnly(Map.entry(table("orders"), LockMode.SHARE_UPDATE_EXCLUSIVE));
    Measured full = measure(version, "VACUUM FULL orders");
    assertThat(full.tableLocks())
        .containsOnly(Map.entry(table("orders"), LockMode.ACCESS_EXCLUSIVE));
    assertThat(full.rewrites()).containsExactly(table("orders"));
    assertThat(full.wal()).isEqualTo(WalVolume.TABLE);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void seesTheLocksOnEveryTableOfAStatementThatCommitsBetweenThem(PgVersion version) {
    assertThat(measure(version, "VACUUM orders, customers, empty").tableLocks())
        .containsOnly(
            Map.entry(table("orders"), LockMode.SHARE_UPDATE_EXCLUSIVE),
            Map.entry(table("customers"), LockMode.SHARE_UPDATE_EXCLUSIVE),
            Map.entry(table("empty"), LockMode.SHARE_UPDATE_EXCLUSIVE));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void seesTheStrongerLockOfASecondTransaction(PgVersion version) {
    List<String> setUp = List.of(
        "CREATE TABLE p (id int) PARTITION BY RANGE (id)",
        "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9)");
    String statement = "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY";
    assertThat(probe(version).run(Trial.of("detach", setUp, statement)).tableLocks())
        .containsOnly(
            Map.entry(table("p"), LockMode.SHARE_UPDATE_EXCLUSIVE),
            Map.entry(table("p1"), LockMode.ACCESS_EXCLUSIVE));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void countsRowsButNoScansOfDml(PgVersion version) {
    Measured measured = measure(version, "UPDATE orders SET state = 'old'");
    assertThat(measured.rowsWritten()).isEqualTo(500);
    assertThat(measured.wal()).isEqualTo(WalVolume.PER_ROW);
    assertThat(measured.scans()).isEmpty();
    assertThat(measured.tableLocks())
        .containsOnly(Map.entry(table("orders"), LockMode.ROW_EXCLUSIVE));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void runsABlockThatCommitsOutside(PgVersion version) {
    Measured measured =
        measure(version, "DO $$ BEGIN UPDATE orders SET state = 'old'; COMMIT; END $$");
    assertThat(measured.sqlState()).isEmpty();
    assertThat(measured.mustRunOutsideTransaction()).isTrue();
    assertThat(measured.rowsWritten()).isEqualTo(500);
    assertThat(measured.wal()).isEqualTo(WalVolume.PER_ROW);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void keepsTheFailureWhereTheStatementMustStayInside(PgVersion version) {
    Measured measured = measure(version, "VACUUM orders", Options.USUAL.inside());
    assertThat(measured.sqlState()).contains("25001");
    assertThat(measured.mustRunOutsideTransaction()).isTrue();
    assertThat(measured.locks()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void seesAFailureOfTheData(PgVersion version) {
    Measured measured = measure(version, "ALTER TABLE orders ADD UNIQUE (state)");
    assertThat(measured.sqlState()).contains("23505");
    assertThat(measured.message()).contains("duplicate");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void seesAFailureOfTheCommit(PgVersion version) {
    List<String> setUp = new ArrayList<>(SHOP);
    setUp.add(
        "ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customers DEFERRABLE INITIALLY"
            + " DEFERRED");
    Trial trial = Trial.of("deferred", setUp, "UPDATE orders SET customer = 0 WHERE id = 1");
    assertThat(probe(version).run(trial).sqlState()).contains("23503");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void leavesOutWhatEarlierStatementsOfTheTransactionDid(PgVersion version) {
    Measured measured = measure(
        version,
        "ALTER TABLE orders ADD CONSTRAINT known FOREIGN KEY (customer) REFERENCES young",
        Options.USUAL
            .after("CREATE TABLE young AS SELECT * FROM customers")
            .after("ALTER TABLE young ADD PRIMARY KEY (id)")
            .after("ALTER TABLE customers ALTER id TYPE numeric"));
    assertThat(measured.sqlState()).isEmpty();
    assertThat(measured.tableLocks())
        .containsOnly(Map.entry(table("orders"), LockMode.SHARE_ROW_EXCLUSIVE));
    assertThat(measured.rewrites()).isEmpty();
    assertThat(measured.builds()).isEmpty();
    assertThat(measured.scans()).containsExactly(table("orders"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void letsAnotherSessionStandInTheWay(PgVersion version) {
    Measured measured = measure(
        version,
        "LOCK TABLE orders NOWAIT",
        Options.USUAL.beside("LOCK TABLE orders IN ACCESS SHARE MODE"));
    assertThat(measured.sqlState()).contains("55P03");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void qualifiesNamesBesidePublic(PgVersion version) {
    Measured measured = measure(version, "TRUNCATE archive.orders, empty");
    assertThat(measured.locks().keySet().stream().map(RelationName::toString))
        .containsExactly("archive.orders", "empty");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void seesNothingWhereNothingHappens(PgVersion version) {
    Measured measured = measure(version, "SET lock_timeout = '2s'");
    assertThat(measured.locks()).isEmpty();
    assertThat(measured.wal()).isEqualTo(WalVolume.NONE);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void seesSequences(PgVersion version) {
    Measured measured = measure(version, "ALTER SEQUENCE numbers INCREMENT BY 2");
    assertThat(measured.locks())
        .containsOnly(Map.entry(table("numbers"), LockMode.SHARE_ROW_EXCLUSIVE));
    assertThat(measured.tableLocks()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void namesTheSetUpThatFails(PgVersion version) {
    Trial trial = Trial.of("broken", List.of("CREATE TABLE t (id nonsense)"), "SELECT 1");
    assertThatThrownBy(() -> probe(version).run(trial))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("broken")
        .hasMessageContaining("CREATE TABLE t (id nonsense)");
  }

  private static Measured measure(PgVersion version, String statement) {
    return measure(version, statement, Options.USUAL);
  }

  private static Measured measure(PgVersion version, String statement, Options options) {
    return probe(version).run(new Trial(statement, SHOP, statement, options));
  }

  private static StatementProbe probe(PgVersion version) {
    return Objects.requireNonNull(PROBES.get(version));
  }

  private static RelationName table(String name) {
    return new RelationName("public", name);
  }
}
