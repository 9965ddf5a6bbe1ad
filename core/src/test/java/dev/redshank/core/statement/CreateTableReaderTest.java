package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CreateTableReaderTest {
  @Test
  void tellsColumnsFromConstraintsAndLikeClauses() {
    CreateTable table = Reading.as(
        CreateTable.class,
        "CREATE UNLOGGED TABLE IF NOT EXISTS s.t (LIKE o INCLUDING ALL, id int, exclude bool,"
            + " CONSTRAINT k UNIQUE (id), EXCLUDE USING gist (id WITH =), PRIMARY KEY (id))");
    assertThat(table.persistence()).isEqualTo(Persistence.UNLOGGED);
    assertThat(table.columns())
        .extracting(column -> column.name().name())
        .containsExactly("id", "exclude");
    assertThat(table.constraints())
        .extracting(constraint -> constraint.getClass().getSimpleName())
        .containsExactly("Unique", "Exclusion", "PrimaryKey");
    assertThat(table.likes()).hasSize(1);
  }

  @Test
  void leavesOutWhatALikeClauseExcludesFromAll() {
    CreateTable table =
        Reading.as(CreateTable.class, "CREATE TABLE t (LIKE o INCLUDING ALL EXCLUDING INDEXES)");
    assertThat(table.likes().get(0).including())
        .contains("DEFAULTS")
        .doesNotContain("ALL", "INDEXES");
  }

  @Test
  void readsTheBoundOfAPartitionAndItsOwnKey() {
    CreateTable table = Reading.as(
        CreateTable.class,
        "CREATE TABLE p PARTITION OF s.q (a NOT NULL, CHECK (a > 0))"
            + " FOR VALUES FROM (MINVALUE) TO (3) PARTITION BY LIST (b, lower(c))");
    CreateTable.PartitionOf part = table.partitionOf().orElseThrow();
    assertThat(part.parent()).hasToString("s.q");
    assertThat(part.bound().values()).hasToString("FROM (MINVALUE) TO (3)");
    assertThat(table.partitioned()).isTrue();
    assertThat(Reading.names(table.partitionKey())).containsExactly("b");
    assertThat(table.columns().get(0).type()).isEmpty();
    assertThat(table.columns().get(0).notNull()).isTrue();
  }

  @Test
  void tellsTheDefaultPartition() {
    CreateTable table = Reading.as(CreateTable.class, "CREATE TABLE p PARTITION OF q DEFAULT");
    assertThat(table.partitionOf().orElseThrow().bound().isDefault()).isTrue();
  }

  @Test
  void readsTheParentsThatATableInheritsFrom() {
    CreateTable table = Reading.as(CreateTable.class, "CREATE TABLE t () INHERITS (a, s.b)");
    assertThat(table.inherits()).hasToString("[a, s.b]");
  }

  @Test
  void readsTheQueryOfATableWithoutItsLastWords() {
    CreateTableAs table = Reading.as(
        CreateTableAs.class,
        "CREATE TEMP TABLE t (a, b) ON COMMIT DROP AS SELECT 1 AS x, 2 WITH NO DATA");
    assertThat(table.withData()).isFalse();
    assertThat(Reading.names(table.columns())).containsExactly("a", "b");
    assertThat(table.query().tokens().sql()).isEqualTo("SELECT 1 AS x, 2");
  }

  @Test
  void readsForeignTables() {
    CreateTable table = Reading.as(
        CreateTable.class,
        "CREATE FOREIGN TABLE f (a int OPTIONS (x 'y') NOT NULL) SERVER s OPTIONS (z '1')");
    assertThat(table.kind()).isEqualTo("CREATE FOREIGN TABLE");
    assertThat(table.columns().get(0).notNull()).isTrue();
  }

  @Test
  void saysWhatIsMissingBetweenTwoCommas() {
    Unrecognized unrecognized = Reading.as(Unrecognized.class, "CREATE TABLE t (id int, , b int)");
    assertThat(unrecognized.reason()).isEqualTo("expected a column name behind «,», found «,»");
    assertThat(unrecognized.names()).hasToString("[t]");
  }

  @Test
  void doesNotTakeMysqlForPostgresql() {
    Unrecognized unrecognized = Reading.as(
        Unrecognized.class, "CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB");
    assertThat(unrecognized.reason())
        .isEqualTo("expected a constraint behind «int», found «AUTO_INCREMENT»");
  }

  @Test
  void saysThatNothingClosesTheColumns() {
    assertThat(Reading.as(Unrecognized.class, "CREATE TABLE t (id int").reason())
        .isEqualTo("nothing closes the «(» behind «t»");
  }
}
