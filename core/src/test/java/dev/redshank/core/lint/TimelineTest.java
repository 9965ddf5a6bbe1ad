package dev.redshank.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.impact.Failure;
import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.impact.TransactionState;
import dev.redshank.core.migration.TransactionMode;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.rule.StatementStep.Enclosure;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.Age;
import dev.redshank.core.schema.Place;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the timeline knows at each moment. */
final class TimelineTest {
  private static ObjectName name(String table) {
    return new ObjectName(Optional.empty(), table, new Span(0, 0));
  }

  private static Age age(Walked walked, String table) {
    return walked.last().before().age(name(table));
  }

  @Test
  void tableOfThisMigrationIsNewAndOneOfAnEarlierMigrationIsHistory() {
    Walked walked = Walked.migrations()
        .wrapped("CREATE TABLE a (id int);")
        .wrapped("CREATE TABLE b (id int); SELECT 1;");
    assertThat(age(walked, "b")).isEqualTo(Age.THIS_TRANSACTION);
    assertThat(age(walked, "a")).isEqualTo(Age.HISTORY);
    assertThat(age(walked, "c")).isEqualTo(Age.UNKNOWN);
  }

  @Test
  void autocommitEndsATransactionWithEachStatement() {
    Walked walked = Walked.migrations().autocommit("CREATE TABLE b (id int); SELECT 1;");
    assertThat(age(walked, "b")).isEqualTo(Age.THIS_MIGRATION);
    assertThat(walked.transactions).hasSize(2);
  }

  @Test
  void sinceMakesOneDeployOfWhatFollows() {
    Walked walked = Walked.since("2")
        .wrapped("CREATE TABLE a (id int);")
        .wrapped("CREATE TABLE b (id int);")
        .wrapped("SELECT 1;")
        .end();
    assertThat(walked.steps).hasSize(2);
    assertThat(age(walked, "a")).isEqualTo(Age.HISTORY);
    assertThat(age(walked, "b")).isEqualTo(Age.THIS_DEPLOY);
    assertThat(walked.deploys).hasSize(1);
    assertThat(walked.deploys.get(0).migrations()).hasSize(2);
  }

  @Test
  void rollbackTakesTheTableBack() {
    Walked walked =
        Walked.migrations().autocommit("BEGIN; CREATE TABLE a (id int); ROLLBACK; SELECT 1;");
    assertThat(age(walked, "a")).isEqualTo(Age.UNKNOWN);
    assertThat(walked.transactions.get(0).committed()).isFalse();
  }

  @Test
  void rollbackToSavepointTakesBackOnlyWhatCameAfterIt() {
    Walked walked = Walked.migrations()
        .autocommit("BEGIN; CREATE TABLE a (id int); SAVEPOINT s; CREATE TABLE b (id int);"
            + " SET LOCAL lock_timeout = '1s'; ROLLBACK TO s; SELECT 1;");
    assertThat(age(walked, "a")).isEqualTo(Age.THIS_TRANSACTION);
    assertThat(age(walked, "b")).isEqualTo(Age.UNKNOWN);
    assertThat(walked.last().transaction().lockTimeout().isInForce()).isFalse();
  }

  @Test
  void setLocalOutsideATransactionHasNoEffect() {
    Walked walked = Walked.migrations().autocommit("SET LOCAL lock_timeout = '2s'; SELECT 1;");
    assertThat(walked.last().transaction().lockTimeout().isInForce()).isFalse();
  }

  @Test
  void setLocalEndsWithItsTransactionAndSetStays() {
    Walked walked = Walked.migrations()
        .autocommit(
            "BEGIN; SET LOCAL lock_timeout = '2s'; SET statement_timeout = '1min'; COMMIT; SELECT 1;");
    TransactionState state = walked.last().transaction();
    assertThat(state.lockTimeout().isInForce()).isFalse();
    assertThat(state.statementTimeout().millis()).isEqualTo(60_000);
  }

  @Test
  void setInATransactionThatIsRolledBackIsUndone() {
    Walked walked =
        Walked.migrations().autocommit("BEGIN; SET lock_timeout = '2s'; ROLLBACK; SELECT 1;");
    assertThat(walked.last().transaction().lockTimeout().isInForce()).isFalse();
  }

  @Test
  void zeroAndResetAreNoTimeout() {
    for (String undo : List.of(
        "SET lock_timeout = 0", "RESET lock_timeout", "RESET ALL", "SET lock_timeout TO DEFAULT")) {
      Walked walked =
          Walked.migrations().autocommit("SET lock_timeout = '2s'; " + undo + "; SELECT 1;");
      assertThat(walked.last().transaction().lockTimeout().isInForce()).as(undo).isFalse();
    }
  }

  @Test
  void setConfigIsASetting() {
    Walked walked = Walked.migrations()
        .autocommit("SELECT set_config('lock_timeout', '500ms', false); SELECT 1;");
    assertThat(walked.last().transaction().lockTimeout().millis()).isEqualTo(500);
  }

  @Test
  void transactionHoldsItsLocksToTheEnd() {
    Walked walked = Walked.migrations()
        .wrapped("CREATE TABLE a (id int); CREATE TABLE b (id int);")
        .wrapped("ALTER TABLE a ADD COLUMN x int; CREATE INDEX ON b (id);");
    TransactionEnd end = walked.transactions.get(walked.transactions.size() - 1);
    assertThat(end.state().held())
        .extracting(held -> held.relation().name(), HeldLock::mode, HeldLock::old)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", LockMode.ACCESS_EXCLUSIVE, true),
            org.assertj.core.groups.Tuple.tuple("b", LockMode.SHARE, true));
  }

  @Test
  void severalStatementsInOneMessageAreOneTransactionAndALoneOneIsNot() {
    assertThat(Walked.migrations()
            .oneMessage("SELECT 1; SELECT 2;")
            .last()
            .transaction()
            .open())
        .isTrue();
    assertThat(Walked.migrations().oneMessage("SELECT 1;").last().transaction().open())
        .isFalse();
  }

  @Test
  void commitInAWrappedMigrationEndsTheRunnersTransaction() {
    Walked walked = Walked.migrations().wrapped("SELECT 1; COMMIT; SELECT 2;");
    assertThat(walked.last().transaction().open()).isFalse();
  }

  @Test
  void flywayRunsAConcurrentIndexOnItsOwnOutsideATransaction() {
    String index = "CREATE INDEX CONCURRENTLY i ON a (id);";
    Walked alone = Walked.migrations().by(TransactionMode.DETECTED, index);
    Walked mixed = Walked.migrations().by(TransactionMode.DETECTED, "SELECT 1; " + index);
    Walked allowed = Walked.migrations().by(TransactionMode.MIXED, "SELECT 1; " + index);
    Walked forced = Walked.migrations().wrapped(index);
    assertThat(alone.last().transaction().open()).isFalse();
    assertThat(mixed.last().transaction().open()).isTrue();
    assertThat(mixed.migrations.get(0).isRefusedAsMixed()).isTrue();
    assertThat(allowed.last().transaction().open()).isFalse();
    assertThat(allowed.migrations.get(0).isRefusedAsMixed()).isFalse();
    assertThat(forced.last().transaction().open()).isTrue();
  }

  @Test
  void remembersTheTransactionsThatLockSeveralTablesUntilTheDeployEnds() {
    Walked walked = Walked.since("2")
        .autocommit("CREATE TABLE a (id int); CREATE TABLE b (id int);")
        .autocommit("BEGIN; DROP TABLE a; DROP TABLE b; ROLLBACK; ALTER TABLE a ADD c int;")
        .wrapped("ALTER TABLE b ADD c int; CREATE TABLE d (id int); ALTER TABLE d ADD c int;")
        .wrapped("ALTER TABLE b ADD e int; ALTER TABLE a ADD e int;")
        .end();
    assertThat(walked.deploys.get(0).severalLocked())
        .extracting(end -> end.migration().version())
        .containsExactly("2", "4");
  }

  @Test
  void tellsAtTheEndWhichConstraintsWereNeverValidated() {
    Walked walked = Walked.migrations()
        .wrapped("CREATE TABLE a (id int);")
        .wrapped("ALTER TABLE a ADD CONSTRAINT b CHECK (id > 1) NOT VALID;")
        .wrapped("ALTER TABLE a ADD CONSTRAINT c CHECK (id > 2) NOT VALID;")
        .wrapped("ALTER TABLE a VALIDATE CONSTRAINT b;")
        .end();
    assertThat(walked.last.unvalidated()).extracting(Place::path).containsExactly("V3__test.sql");
  }

  @Test
  void downMigrationSeesWhatItsUpMadeAsHistoryAndChangesNothing() {
    Walked walked = Walked.migrations().wrapped("CREATE TABLE a (id int);").down("DROP TABLE a;");
    assertThat(age(walked, "a")).isEqualTo(Age.HISTORY);
    walked.wrapped("SELECT 1;");
    assertThat(age(walked, "a")).isEqualTo(Age.HISTORY);
  }

  @Test
  void halfBehindADownMarkIsADownMigration() {
    Walked walked = Walked.migrations()
        .wrapped("CREATE TABLE a (id int);\n---- create above / drop below ----\nDROP TABLE a;\n")
        .wrapped("SELECT 1;");
    assertThat(age(walked, "a")).isEqualTo(Age.HISTORY);
  }

  @Test
  void statementsOfADoBlockAreStepsInsideItsTransaction() {
    Walked walked = Walked.migrations()
        .autocommit("DO $$ BEGIN LOOP UPDATE a SET x = 1; COMMIT; END LOOP; END $$;");
    var update = walked.steps.get(0);
    assertThat(update.statement().kind()).isEqualTo("UPDATE");
    assertThat(update.transaction().open()).isTrue();
    assertThat(update.enclosures())
        .extracting(Enclosure::kind, Enclosure::commits)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Enclosure.Kind.DO_BLOCK, false),
            org.assertj.core.groups.Tuple.tuple(Enclosure.Kind.LOOP, true));
  }

  @Test
  void impactOfADoBlockIsThatOfItsStatements() {
    Walked walked = Walked.migrations()
        .wrapped("CREATE TABLE a (id int);")
        .wrapped("DO $$ BEGIN ALTER TABLE a ADD COLUMN x int; END $$;");
    assertThat(walked.last().statement().kind()).isEqualTo("DO");
    assertThat(walked.last().impact().locks())
        .extracting(lock -> lock.relation().name(), lock -> lock.mode())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("a", LockMode.ACCESS_EXCLUSIVE));
  }

  @Test
  void doBlockThatCommitsFailsInsideATransaction() {
    String sql = "DO $$ BEGIN UPDATE a SET x = 1; COMMIT; END $$;";
    Walked wrapped = Walked.migrations().wrapped(sql);
    Walked alone = Walked.migrations().autocommit(sql);
    assertThat(wrapped.last().impact().failure()).map(Failure::sqlState).contains("2D000");
    assertThat(alone.last().impact().failure()).isEmpty();
    assertThat(alone.last().transaction().open()).isFalse();
  }
}
