package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.postgres.LockMode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Indexes, types, domains, sequences, DROP, RENAME and maintenance. */
final class ObjectsReaderTest {
  @Test
  void readsEveryPartOfAnIndex() {
    CreateIndex index = Reading.as(
        CreateIndex.class,
        "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY s.t USING gin"
            + " (a gin_trgm_ops, lower(b) COLLATE \"C\" DESC, (c + d) NULLS FIRST, cast(e AS int))"
            + " INCLUDE (f) NULLS NOT DISTINCT WITH (fillfactor = 70) TABLESPACE x WHERE a > 1 AND b");
    assertThat(index.columns()).hasToString("[a]");
    assertThat(index.keys())
        .extracting(key -> key.expression().sql())
        .containsExactly("a", "lower(b)", "(c + d)", "cast(e AS int)");
    assertThat(index.included()).hasToString("[f]");
    assertThat(index.predicate()).get().hasToString("a > 1 AND b");
    assertThat(index.method()).isEqualTo("gin");
    assertThat(index.concurrently() && index.unique() && index.only() && index.ifNotExists())
        .isTrue();
  }

  @Test
  void readsAnIndexWithoutAName() {
    CreateIndex index = Reading.as(CreateIndex.class, "CREATE INDEX CONCURRENTLY ON t (a)");
    assertThat(index.name()).isEmpty();
    assertThat(index.concurrently()).isTrue();
    assertThat(index.method()).isEqualTo("btree");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REINDEX INDEX CONCURRENTLY i | true",
        "REINDEX (CONCURRENTLY, VERBOSE) TABLE t | true",
        "REINDEX (CONCURRENTLY off) TABLE t | false",
        "REINDEX TABLE t | false",
        "REINDEX (VERBOSE) DATABASE | false"
      })
  void seesWhetherReindexRunsConcurrently(String sql, boolean concurrently) {
    assertThat(Reading.as(Reindex.class, sql).concurrently()).isEqualTo(concurrently);
  }

  @Test
  void readsTheLabelsOfAnEnum() {
    CreateType type =
        Reading.as(CreateType.class, "CREATE TYPE mood AS ENUM ('it''s', E'a\\nb', $$c$$)");
    assertThat(type.labels()).containsExactly("it's", "a\nb", "c");
  }

  @Test
  void readsWhatChangesInACompositeType() {
    AlterCompositeType type = Reading.as(
        AlterCompositeType.class,
        "ALTER TYPE c ADD ATTRIBUTE a text CASCADE, DROP ATTRIBUTE IF EXISTS b RESTRICT");
    assertThat(type.cascade()).isTrue();
    assertThat(type.actions())
        .extracting(AlterAction::kind)
        .containsExactly("ADD COLUMN", "DROP COLUMN");
  }

  @Test
  void readsADomainWithItsClausesInAnyOrder() {
    CreateDomain domain = Reading.as(
        CreateDomain.class,
        "CREATE DOMAIN d text CHECK (VALUE <> '') DEFAULT 'x' COLLATE \"C\" NOT NULL");
    assertThat(domain.notNull()).isTrue();
    assertThat(domain.defaultValue()).get().hasToString("'x'");
    assertThat(domain.constraints()).hasSize(1);
  }

  @Test
  void tellsTheDomainsNameWhereItsDefaultChanges() {
    AlterDomain domain = Reading.as(AlterDomain.class, "ALTER DOMAIN s.d SET DEFAULT a AND b");
    assertThat(domain.action()).isInstanceOf(AlterAction.SetDefault.class);
    assertThat(((AlterAction.SetDefault) domain.action()).column()).hasToString("d");
  }

  @Test
  void readsTheOptionsOfASequence() {
    AlterSequence sequence = Reading.as(
        AlterSequence.class,
        "ALTER SEQUENCE IF EXISTS s RESTART INCREMENT BY -2 NO MAXVALUE OWNED BY t.c");
    assertThat(sequence.options()).containsExactly("RESTART", "INCREMENT", "MAXVALUE", "OWNED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP TABLE IF EXISTS a, s.b CASCADE | DROP TABLE | [a, s.b]",
        "DROP INDEX CONCURRENTLY i | DROP INDEX | [i]",
        "DROP FUNCTION f(int, text), g | DROP FUNCTION | [f, g]",
        "DROP AGGREGATE a(*) | DROP AGGREGATE | [a]",
        "DROP MATERIALIZED VIEW v | DROP MATERIALIZED VIEW | [v]",
        "DROP USER u | DROP ROLE | [u]",
        "DROP DATABASE d WITH (FORCE) | DROP DATABASE | [d]",
        "DROP SCHEMA s CASCADE | DROP SCHEMA | [s]"
      })
  void readsDropOfWhatANameFinds(String sql, String kind, String names) {
    DropObjects drop = Reading.as(DropObjects.class, sql);
    assertThat(drop.kind()).isEqualTo(kind);
    assertThat(drop.names()).hasToString(names);
  }

  @Test
  void readsDropOfWhatBelongsToATable() {
    DropFromTable drop =
        Reading.as(DropFromTable.class, "DROP TRIGGER IF EXISTS tr ON s.t CASCADE");
    assertThat(drop.table()).hasToString("s.t");
    assertThat(drop.name()).hasToString("tr");
    assertThat(drop.cascade()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP OPERATOR CLASS c USING btree | DROP OPERATOR CLASS",
        "DROP CAST (int AS text) | DROP CAST",
        "DROP OWNED BY a, b CASCADE | DROP OWNED",
        "DROP FOREIGN DATA WRAPPER w | DROP FOREIGN DATA WRAPPER",
        "ALTER COLLATION c RENAME TO d | ALTER COLLATION",
        "ALTER FUNCTION f(int) OWNER TO CURRENT_USER | ALTER FUNCTION",
        "ALTER SCHEMA s OWNER TO me | ALTER SCHEMA"
      })
  void keepsTheCommandTagOfOtherStatements(String sql, String kind) {
    assertThat(Reading.as(OtherStatement.class, sql).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER FUNCTION f(int, text) RENAME TO g | FUNCTION | f | g",
        "ALTER SCHEMA s RENAME TO t | SCHEMA | s | t",
        "ALTER TRIGGER tr ON s.t RENAME TO x | TRIGGER | s.t | x",
        "ALTER TYPE c RENAME ATTRIBUTE a TO b CASCADE | TYPE | c | b",
        "ALTER DOMAIN d RENAME CONSTRAINT a TO b | DOMAIN | d | b",
        "ALTER USER u RENAME TO v | ROLE | u | v"
      })
  void readsRenameOfWhatIsNoRelation(String sql, ObjectKind kind, String name, String to) {
    RenameObject rename = Reading.as(RenameObject.class, sql);
    assertThat(rename.target()).isEqualTo(kind);
    assertThat(rename.name()).hasToString(name);
    assertThat(rename.to()).hasToString(to);
  }

  @Test
  void readsTheMoveToAnotherSchema() {
    MoveObject move = Reading.as(MoveObject.class, "ALTER EXTENSION hstore SET SCHEMA ext");
    assertThat(move.kind()).isEqualTo("ALTER EXTENSION");
    assertThat(move.schema()).hasToString("ext");
  }

  @ParameterizedTest
  @EnumSource(LockMode.class)
  void readsEveryLockMode(LockMode mode) {
    String words = mode.words().toLowerCase(Locale.ROOT);
    LockTable lock = Reading.as(LockTable.class, "LOCK a, ONLY b * IN " + words + " MODE NOWAIT");
    assertThat(lock.mode()).isEqualTo(mode);
    assertThat(lock.tables()).hasToString("[a, b]");
    assertThat(lock.nowait()).isTrue();
  }

  @Test
  void takesTheStrongestLockWhereNoneIsNamed() {
    assertThat(Reading.as(LockTable.class, "LOCK TABLE t").mode())
        .isEqualTo(LockMode.ACCESS_EXCLUSIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VACUUM | false | false | []",
        "VACUUM FULL FREEZE VERBOSE ANALYZE t (a) | true | true | [t]",
        "VACUUM (FULL, ANALYZE false) a, s.b | true | false | [a, s.b]",
        "VACUUM (FULL off) a | false | false | [a]"
      })
  void readsBothFormsOfVacuum(String sql, boolean full, boolean analyze, String tables) {
    Vacuum vacuum = Reading.as(Vacuum.class, sql);
    assertThat(vacuum.full()).isEqualTo(full);
    assertThat(vacuum.analyze()).isEqualTo(analyze);
    assertThat(vacuum.tables()).hasToString(tables);
  }

  @Test
  void readsTruncateOfSeveralTables() {
    Truncate truncate = Reading.as(Truncate.class, "TRUNCATE ONLY a, b * RESTART IDENTITY CASCADE");
    assertThat(truncate.tables()).hasToString("[a, b]");
    assertThat(truncate.only()).hasToString("[a]");
    assertThat(truncate.cascade() && truncate.restartIdentity()).isTrue();
  }

  @Test
  void readsTheOldFormOfCluster() {
    Cluster cluster = Reading.as(Cluster.class, "CLUSTER i ON t");
    assertThat(cluster.table()).get().hasToString("t");
    assertThat(cluster.index()).get().hasToString("i");
  }

  @Test
  void readsRefreshOfAMaterializedView() {
    RefreshMaterializedView refresh = Reading.as(
        RefreshMaterializedView.class, "REFRESH MATERIALIZED VIEW CONCURRENTLY s.v WITH NO DATA");
    assertThat(refresh.concurrently()).isTrue();
    assertThat(refresh.withData()).isFalse();
  }

  @Test
  void readsNamesWithUnicodeEscapes() {
    DropObjects drop =
        Reading.as(DropObjects.class, "DROP TABLE U&\"d\\0061t\", U&\"!0041b\" UESCAPE '!'");
    assertThat(drop.names()).hasToString("[dat, \"Ab\"]");
    assertThat(drop.names().get(1).span().length()).isEqualTo("U&\"!0041b\" UESCAPE '!'".length());
  }
}
