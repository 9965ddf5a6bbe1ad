package dev.redshank.sandbox.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.Majors;
import dev.redshank.sandbox.SandboxException;
import dev.redshank.sandbox.measure.Measured;
import dev.redshank.sandbox.server.ExistingServer;
import dev.redshank.sandbox.server.PostgresServer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What migrations do, statement by statement, as their tool would run them. */
final class TracerTest {
  private static final String SHOP = "CREATE TABLE customers (id bigint PRIMARY KEY, name text);\n"
      + "CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint NOT NULL REFERENCES customers,"
      + " note text, total int CHECK (total > 0));\n";

  static List<PgVersion> versions() {
    return Majors.asked();
  }

  private static Trace trace(PgVersion version, Traced migrations) {
    try (PostgresServer server = PostgresServer.start(version, List.of())) {
      return migrations.on(server);
    }
  }

  private static List<String> differences(Trace trace) {
    return trace.statements().stream()
        .flatMap(each -> each.differences().stream())
        .toList();
  }

  private static TracedStatement statement(Trace trace, int index) {
    return trace.statements().get(index);
  }

  private static Measured measured(Trace trace, int index) {
    return statement(trace, index).measured().orElseThrow();
  }

  private static RelationName table(String name) {
    return new RelationName("public", name);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void recordsWhatEachStatementOfADeployDid(PgVersion version) {
    Trace trace = trace(
        version,
        Traced.of("V1__shop.sql", SHOP)
            .and(
                "V2__tokens.sql",
                "SET lock_timeout = '2s';\n"
                    + "ALTER TABLE customers ADD COLUMN token uuid DEFAULT gen_random_uuid();\n"
                    + "UPDATE customers SET name = 'old' WHERE name IS NULL;\n"
                    + "ALTER TABLE customers ADD CONSTRAINT short CHECK (length(name) < 9) NOT VALID;\n")
            .since("2"));
    assertThat(trace.failure()).isEmpty();
    assertThat(differences(trace)).isEmpty();
    assertThat(measured(trace, 1).rewrites()).containsExactly(table("customers"));
    assertThat(statement(trace, 1).lockTimeout()).isEqualTo("2s");
    assertThat(measured(trace, 2).rowsWritten()).isEqualTo(500);
    assertThat(statement(trace, 2).holding())
        .containsEntry(table("customers"), LockMode.ACCESS_EXCLUSIVE);
    assertThat(statement(trace, 3).left().notValidated()).containsExactly("customers: short");
    TracedLock lock = statement(trace, 1).locks().get(0);
    assertThat(lock.mode()).isEqualTo(LockMode.ACCESS_EXCLUSIVE);
    assertThat(lock.refused()).contains(EnumSet.allOf(LockMode.class));
    Duration end = statement(trace, 3).start().plus(measured(trace, 3).took());
    assertThat(lock.until()).isEqualTo(end);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void tellsWhoReallyHadToWait(PgVersion version) {
    Trace trace = trace(
        version,
        Traced.of("1.sql", SHOP)
            .and("2.sql", "CREATE INDEX i ON orders (note);")
            .since("2"));
    TracedLock lock = statement(trace, 0).locks().get(0);
    assertThat(lock.mode()).isEqualTo(LockMode.SHARE);
    assertThat(lock.refused()).contains(lock.blocks());
    assertThat(lock.blocks()).doesNotContain(LockMode.ACCESS_SHARE, LockMode.SHARE);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void runsOutsideATransactionWhatMust(PgVersion version) {
    Trace trace = trace(
        version,
        Traced.of("1.sql", SHOP)
            .and("2.sql", "CREATE INDEX CONCURRENTLY i ON orders (note);\nVACUUM orders;")
            .since("2"));
    assertThat(trace.failure()).isEmpty();
    assertThat(differences(trace)).isEmpty();
    assertThat(measured(trace, 0).mustRunOutsideTransaction()).isTrue();
    assertThat(measured(trace, 0).waitsForSnapshots()).isTrue();
    assertThat(measured(trace, 1).mustRunOutsideTransaction()).isTrue();
  }

  /** More tables than sessions that could hold a statement up, and those that it locks come last. */
  @ParameterizedTest
  @MethodSource("versions")
  void seesTheLocksOfAStatementOutsideWhateverElseIsThere(PgVersion version) {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 15; i++) {
      many.append("CREATE TABLE other_").append(i).append(" (id int);\n");
    }
    many.append("CREATE TABLE events (id int, at date) PARTITION BY RANGE (at);\n")
        .append("CREATE TABLE events_2020 PARTITION OF events")
        .append(" FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');\n");
    String detach = "ALTER TABLE events DETACH PARTITION events_2020 CONCURRENTLY;";
    Trace trace =
        trace(version, Traced.of("1.sql", many.toString()).and("2.sql", detach).since("2"));
    assertThat(trace.failure()).isEmpty();
    assertThat(differences(trace)).isEmpty();
    assertThat(measured(trace, 0).locks())
        .containsEntry(table("events_2020"), LockMode.ACCESS_EXCLUSIVE);
  }

  /** An index of a partition without rows is a file and a few catalog rows. */
  @ParameterizedTest
  @MethodSource("versions")
  void doesNotBlameAClaimForWorkThatNoRowsNeed(PgVersion version) {
    String events = "CREATE TABLE events (id int, at date) PARTITION BY RANGE (at);\n"
        + "CREATE INDEX by_id ON events (id);\n"
        + "CREATE TABLE events_2020 PARTITION OF events"
        + " FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');\n";
    String attach = "CREATE TABLE events_2021 (LIKE events);\n"
        + "ALTER TABLE events_2021 ADD CHECK (at >= '2021-01-01' AND at < '2022-01-01' AND at IS NOT NULL);\n"
        + "ALTER TABLE events ATTACH PARTITION events_2021"
        + " FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');\n";
    Trace trace =
        trace(version, Traced.of("V1__a.sql", events).and("V2__b.sql", attach).since("2"));
    assertThat(trace.failure()).isEmpty();
    assertThat(differences(trace)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void makesRowsThatADomainsCheckToComeHoldsFor(PgVersion version) {
    String prices = "CREATE DOMAIN price AS int CHECK (VALUE > 0);\n"
        + "CREATE TABLE products (id int PRIMARY KEY, price price NOT NULL);\n";
    String check = "ALTER DOMAIN price ADD CONSTRAINT sane CHECK (VALUE < 10);";
    Trace trace =
        trace(version, Traced.of("V1__a.sql", prices).and("V2__b.sql", check).since("2"));
    assertThat(trace.failure()).isEmpty();
    assertThat(differences(trace)).isEmpty();
  }

  /** Rows of one's own may fail a check, and the claim says so. */
  @ParameterizedTest
  @MethodSource("versions")
  void failsWhereRowsDoNotSatisfyADomainAsTheClaimSays(PgVersion version) {
    String prices = "CREATE DOMAIN price AS int;\n"
        + "CREATE TABLE products (id int PRIMARY KEY, price price NOT NULL);\n";
    String check = "ALTER DOMAIN price ADD CONSTRAINT sane CHECK (VALUE < 10);";
    Trace trace = trace(
        version,
        Traced.of("V1__a.sql", prices)
            .and("V2__b.sql", check)
            .since("2")
            .seed("INSERT INTO products VALUES (1, 11);"));
    assertThat(trace.failure()).map(TraceFailure::sqlState).contains("23514");
    assertThat(differences(trace)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void doesNotBlameAClaimForABranchThatIsNotTaken(PgVersion version) {
    String block = "DO $$ BEGIN\n"
        + "IF EXISTS (SELECT FROM information_schema.views WHERE table_name = 'summary') THEN\n"
        + "  DROP VIEW summary;\n"
        + "  CREATE INDEX by_note ON orders (note);\n"
        + "ELSE\n"
        + "  ALTER TABLE customers ADD COLUMN city text;\n"
        + "END IF; END $$;";
    Trace trace = trace(version, Traced.of("1.sql", SHOP).and("2.sql", block).since("2"));
    assertThat(trace.failure()).isEmpty();
    assertThat(differences(trace)).isEmpty();
    assertThat(measured(trace, 0).locks())
        .containsEntry(table("customers"), LockMode.ACCESS_EXCLUSIVE);
  }

  /** A row that was written in this transaction is looked up again when it changes; without rows nothing is. */
  @ParameterizedTest
  @MethodSource("versions")
  void doesNotBlameAClaimForForeignKeysOfRowsThatAreNotThere(PgVersion version) {
    String updates = "UPDATE orders SET note = c.name FROM customers c WHERE c.id = customer;\n"
        + "UPDATE orders SET total = length(c.name) FROM customers c WHERE c.id = customer;\n";
    Traced migrations = Traced.of("V1__a.sql", SHOP).and("V2__b.sql", updates).since("2");
    Trace empty = trace(version, migrations.rows(0));
    assertThat(differences(empty)).isEmpty();
    assertThat(measured(empty, 1).locks()).doesNotContainValue(LockMode.ROW_SHARE);
    Trace full = trace(version, migrations.rows(500));
    assertThat(differences(full)).isEmpty();
    assertThat(measured(full, 1).locks()).containsEntry(table("customers"), LockMode.ROW_SHARE);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void doesNotBlameAClaimForValues(PgVersion version) {
    String numbers = "UPDATE orders SET total = note::int;";
    Trace trace = trace(version, Traced.of("1.sql", SHOP).and("2.sql", numbers).since("2"));
    assertThat(trace.failure()).map(TraceFailure::sqlState).contains("22P02");
    assertThat(differences(trace)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void stopsWhereTheToolWould(PgVersion version) {
    Trace trace = trace(
        version,
        Traced.of("V1__shop.sql", SHOP)
            .and(
                "V2__bad.sql",
                "ALTER TABLE orders ADD COLUMN a int;\n"
                    + "CREATE INDEX CONCURRENTLY i ON orders (a);\n"
                    + "ALTER TABLE orders ADD COLUMN b int;\n")
            .and("V3__never.sql", "SELECT 1;")
            .since("2"));
    TraceFailure failure = trace.failure().orElseThrow();
    assertThat(failure.sqlState()).isEqualTo("25001");
    assertThat(failure.path()).isEqualTo("V2__bad.sql");
    assertThat(failure.position().line()).isEqualTo(2);
    assertThat(trace.statements()).hasSize(2);
    assertThat(trace.migrations().get(0).notRun()).isEqualTo(1);
    assertThat(trace.notRun()).containsExactly("V3__never.sql");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void reportsACommitThatFails(PgVersion version) {
    Trace trace = trace(
        version,
        Traced.of("V1__shop.sql", SHOP)
            .and(
                "V2__deferred.sql",
                "ALTER TABLE orders ADD CONSTRAINT later FOREIGN KEY (total) REFERENCES customers"
                    + " DEFERRABLE INITIALLY DEFERRED;\nUPDATE orders SET total = 999999;")
            .since("2"));
    assertThat(trace.failure().orElseThrow().what()).isEqualTo("COMMIT");
    assertThat(trace.failure().orElseThrow().sqlState()).isEqualTo("23503");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void raisesTheAlarmForAnInvalidIndexThatStays(PgVersion version) {
    String build = "CREATE UNIQUE INDEX CONCURRENTLY one ON orders ((1));\n";
    Trace trace = trace(version, Traced.of("1.sql", SHOP).and("2.sql", build).since("2"));
    assertThat(trace.failure().orElseThrow().sqlState()).isEqualTo("23505");
    assertThat(statement(trace, 0).left().invalidIndexes()).containsExactly(table("one"));
    assertThat(trace.alarms())
        .extracting(TraceAlarm::kind)
        .containsExactly(TraceAlarm.Kind.INVALID_INDEX);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void raisesNoAlarmForAnIndexThatALaterStatementMends(PgVersion version) {
    Trace trace = trace(
        version,
        Traced.of(
                "1.sql",
                "CREATE TABLE p (id int) PARTITION BY RANGE (id);\n"
                    + "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (1000000);\n")
            .and(
                "2.sql",
                "CREATE INDEX i ON ONLY p (id);\nCREATE INDEX i1 ON p1 (id);\n"
                    + "ALTER INDEX i ATTACH PARTITION i1;\n")
            .since("2"));
    assertThat(statement(trace, 0).left().invalidIndexes()).containsExactly(table("i"));
    assertThat(trace.alarms()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void raisesTheAlarmForAReplicaThatFallsBehind(PgVersion version) {
    Trace trace = trace(version, Traced.of("1.sql", "SELECT 1;").behind(Duration.ofSeconds(11)));
    assertThat(trace.alarms())
        .extracting(TraceAlarm::kind)
        .containsExactly(TraceAlarm.Kind.REPLICA_LAG);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void makesEachMigrationADeployOfItsOwn(PgVersion version) {
    Trace trace = trace(
        version,
        Traced.of("V1__a.sql", "CREATE TABLE a (id int PRIMARY KEY);")
            .and("V2__b.sql", "ALTER TABLE a ADD COLUMN b int DEFAULT 7;")
            .and("V3__c.sql", "ALTER TABLE a ALTER COLUMN b SET NOT NULL;")
            .and("U3__c.sql", "DROP TABLE a;"));
    assertThat(trace.failure()).isEmpty();
    assertThat(trace.migrations()).extracting(TracedMigration::deploy).containsExactly(1, 2, 3);
    assertThat(measured(trace, 2).scans()).containsExactly(table("a"));
    assertThat(trace.filled()).extracting(filled -> filled.rows()).containsExactly(500L);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void copiesTheLinesOfAScript(PgVersion version) {
    Trace trace = trace(
        version,
        Traced.of("1.sql", "CREATE TABLE t (a int, b text);")
            .and("2.sql", "COPY t FROM stdin;\n1\tone\n2\t\\N\n\\.\nSELECT 1/count(*) FROM t;")
            .since("2")
            .rows(0));
    assertThat(trace.failure()).isEmpty();
    assertThat(measured(trace, 0).rowsWritten()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void saysWhichCommandsOfPsqlItLeavesOut(PgVersion version) {
    Trace trace =
        trace(version, Traced.of("1.sql", "\\set ON_ERROR_STOP on\n\\i other.sql\nSELECT 1;\n"));
    assertThat(statement(trace, 0).skipped().orElseThrow().leavesHole()).isFalse();
    assertThat(statement(trace, 1).skipped().orElseThrow().reason()).contains("\\i is not run");
    assertThat(trace.leavesHoles()).isTrue();
    assertThat(trace.failure()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void endsAStatementThatNeverEnds(PgVersion version) {
    Trace trace =
        trace(version, Traced.of("1.sql", "SELECT pg_sleep(1000);").limit(Duration.ofMillis(200)));
    assertThat(trace.failure().orElseThrow().sqlState()).isEqualTo("57014");
    assertThat(trace.disagreements()).isZero();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void survivesAMigrationThatEndsEverySession(PgVersion version) {
    Trace trace = trace(
        version,
        Traced.of(
            "1.sql",
            "CREATE TABLE t (id int);\n"
                + "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <>"
                + " pg_backend_pid() AND backend_type = 'client backend';\n"
                + "ALTER TABLE t ADD COLUMN a int;\n"
                + "VACUUM t;\n"
                + "SELECT pg_terminate_backend(pg_backend_pid());\n"));
    assertThat(trace.statements()).hasSize(5);
    assertThat(measured(trace, 2).tableLocks())
        .containsEntry(table("t"), LockMode.ACCESS_EXCLUSIVE);
    assertThat(trace.failure().orElseThrow().position().line()).isEqualTo(5);
    assertThat(trace.failure().orElseThrow().sqlState()).isEqualTo("57P01");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void letsAMigrationDropItsSchemaAndMakeRoles(PgVersion version) {
    Trace trace = trace(
        version,
        Traced.of("1.sql", SHOP)
            .and(
                "2.sql",
                "DROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\nCREATE ROLE somebody;\n"
                    + "CREATE TABLE t (id int);\nALTER DATABASE template1 CONNECTION LIMIT 5;\n")
            .since("2"));
    assertThat(trace.failure()).isEmpty();
    assertThat(measured(trace, 0).tableLocks().keySet())
        .contains(table("customers"), table("orders"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void takesTheUsersOwnRowsFirst(PgVersion version) {
    Trace trace = trace(
        version,
        Traced.of("1.sql", "CREATE TABLE t (id int PRIMARY KEY, v text);")
            .and("2.sql", "UPDATE t SET v = 'mine';")
            .seed("INSERT INTO t SELECT g FROM generate_series(1, 700) g;")
            .since("2"));
    assertThat(measured(trace, 0).rowsWritten()).isEqualTo(700);
    assertThat(trace.filled()).isEmpty();
    Traced broken = Traced.of("1.sql", "CREATE TABLE t (id int);")
        .and("2.sql", "SELECT 1;")
        .seed("SELECT 1;\nINSERT INTO nothing VALUES (1);")
        .since("2");
    assertThatThrownBy(() -> trace(version, broken))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("rows.sql:2")
        .hasMessageContaining("42P01");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void saysWhereHistoryFails(PgVersion version) {
    Trace trace = trace(
        version,
        Traced.of("1.sql", "CREATE TABLE t (id int);\nSELECT nonsense;")
            .and("2.sql", "SELECT 1;")
            .since("2"));
    assertThat(trace.historyFailure().orElseThrow().position().line()).isEqualTo(2);
    assertThat(trace.migrations()).isEmpty();
    assertThat(trace.notRun()).containsExactly("2.sql");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void showsWhatIsOtherThanTheLinterClaims(PgVersion version) {
    Trace trace = trace(
        version,
        Traced.of(
                "1.sql",
                SHOP
                    + "CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE"
                    + " customers SET name = 'seen'; RETURN NULL; END $$;\n"
                    + "CREATE TRIGGER audit AFTER UPDATE ON orders EXECUTE FUNCTION audit();\n")
            .and("2.sql", "UPDATE orders SET note = 'x';")
            .since("2"));
    assertThat(trace.disagreements()).isEqualTo(1);
    assertThat(statement(trace, 0).differences().get(0)).contains("customers");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void worksOnAnExistingServer(PgVersion version) {
    try (PostgresServer running = PostgresServer.start(version, List.of())) {
      Trace trace = Traced.of("1.sql", SHOP)
          .and(
              "2.sql",
              "CREATE INDEX CONCURRENTLY i ON orders (note);\nUPDATE orders SET note = 'x';")
          .since("2")
          .on(ExistingServer.at(running.jdbcUrl()));
      assertThat(trace.failure()).isEmpty();
      assertThat(differences(trace)).isEmpty();
      assertThat(measured(trace, 1).rowsWritten()).isEqualTo(500);
      assertThat(measured(trace, 1).walBytes()).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void looksAwayWhereATransactionMustNotBeTouchedYet(PgVersion version) {
    Trace trace = trace(
        version,
        Traced.of(
            "1.sql",
            "BEGIN;\nSET TRANSACTION ISOLATION LEVEL SERIALIZABLE;\nCREATE TABLE t (id int);\n"
                + "SAVEPOINT s;\nDROP TABLE t;\nROLLBACK TO s;\nCOMMIT;\nSELECT * FROM t;"));
    assertThat(trace.failure()).isEmpty();
    assertThat(Set.copyOf(trace.statements())).hasSize(8);
  }
}
