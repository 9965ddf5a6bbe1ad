package dev.redshank.sandbox.trace;

import static dev.redshank.sandbox.trace.Traces.SHOP;
import static dev.redshank.sandbox.trace.Traces.differences;
import static dev.redshank.sandbox.trace.Traces.measured;
import static dev.redshank.sandbox.trace.Traces.statement;
import static dev.redshank.sandbox.trace.Traces.table;
import static dev.redshank.sandbox.trace.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.postgres.PgVersion;
import dev.redshank.sandbox.Majors;
import dev.redshank.sandbox.SandboxException;
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
  static List<PgVersion> versions() {
    return Majors.asked();
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
