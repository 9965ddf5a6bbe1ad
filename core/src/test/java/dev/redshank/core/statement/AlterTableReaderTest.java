package dev.redshank.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlterTableReaderTest {
  @Test
  void readsAllWordsBeforeTheName() {
    AlterTable alter =
        Reading.as(AlterTable.class, "alter table if exists only \"My S\".Orders * drop a");
    assertThat(alter.ifExists()).isTrue();
    assertThat(alter.only()).isTrue();
    assertThat(alter.table()).hasToString("\"My S\".orders");
  }

  @Test
  void dropsTheDatabaseFromANameOfThreeParts() {
    AlterTable alter = Reading.as(AlterTable.class, "ALTER TABLE shop.public.orders DROP a");
    assertThat(alter.table()).hasToString("public.orders");
    assertThat(alter.table().span().length()).isEqualTo("shop.public.orders".length());
  }

  @Test
  void takesATableThatIsNamedLikeAKeyWord() {
    assertThat(
            Reading.as(AlterTable.class, "ALTER TABLE settings DROP a").table().name())
        .isEqualTo("settings");
  }

  @Test
  void readsOverComments() {
    AlterTable alter = Reading.as(
        AlterTable.class, "ALTER /* a */ TABLE -- TABLE x\n t /* ; */ SET /**/ SCHEMA s -- end");
    assertThat(alter.actions()).hasSize(1);
    assertThat(alter.actions().get(0)).isInstanceOf(AlterAction.MoveToSchema.class);
  }

  @Test
  void keepsTheActionsBesideOneThatIsNotUnderstood() {
    AlterTable alter =
        Reading.as(AlterTable.class, "ALTER TABLE t ADD COLUMN , FROB x (1, 2), DROP COLUMN y");
    assertThat(alter.actions())
        .extracting(action -> action.getClass().getSimpleName())
        .containsExactly("UnreadAction", "UnreadAction", "DropColumn");
    assertThat(((AlterAction.UnreadAction) alter.actions().get(0)).reason())
        .isEqualTo("expected a column name behind ADD COLUMN, found «,»");
    assertThat(((AlterAction.UnreadAction) alter.actions().get(1)).span().length())
        .isEqualTo("FROB x (1, 2)".length());
  }

  @Test
  void readsOnBehindACommaThatNothingFollows() {
    AlterTable alter = Reading.as(AlterTable.class, "ALTER TABLE t DROP a,");
    assertThat(alter.actions()).hasSize(2);
    assertThat(((AlterAction.UnreadAction) alter.actions().get(1)).reason())
        .isEqualTo("expected an action such as ADD COLUMN behind «,», found the end");
  }

  @Test
  void saysThatAReservedWordIsNoName() {
    Unrecognized unrecognized = Reading.as(Unrecognized.class, "ALTER TABLE user ADD COLUMN a int");
    assertThat(unrecognized.reason())
        .isEqualTo(
            "expected the name of a table behind ALTER TABLE, found «user», a reserved word");
  }

  @Test
  void namesTheTableOfAStatementThatIsNotUnderstood() {
    Unrecognized unrecognized = Reading.as(Unrecognized.class, "ALTER TABLE ONLY s.orders");
    assertThat(unrecognized.names()).hasToString("[s.orders]");
    assertThat(unrecognized.reason())
        .isEqualTo("expected what to alter behind «orders», found the end");
  }

  @Test
  void namesNoTableWhereTheWholeTablespaceIsMeant() {
    OtherStatement all = Reading.as(
        OtherStatement.class,
        "ALTER TABLE ALL IN TABLESPACE a OWNED BY x, y SET TABLESPACE b NOWAIT");
    assertThat(all.kind()).isEqualTo("ALTER TABLE");
    assertThat(all.names()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ALTER INDEX i ATTACH PARTITION p, INDEX, ATTACH PARTITION",
    "ALTER INDEX i ALTER COLUMN 2 SET STATISTICS 100, INDEX, SET STATISTICS",
    "ALTER VIEW v ALTER COLUMN c SET DEFAULT 1, VIEW, SET DEFAULT",
    "ALTER MATERIALIZED VIEW v SET TABLESPACE x, MATERIALIZED_VIEW, SET TABLESPACE",
    "ALTER SEQUENCE s SET UNLOGGED, SEQUENCE, SET LOGGED",
    "ALTER FOREIGN TABLE f OPTIONS (ADD a 'b'), FOREIGN_TABLE, OPTIONS",
    "ALTER TABLE t DETACH PARTITION p CONCURRENTLY, TABLE, DETACH PARTITION",
    "ALTER TABLE t REPLICA IDENTITY USING INDEX i, TABLE, REPLICA IDENTITY",
    "ALTER TABLE t ALTER a SET EXPRESSION AS (b + 1), TABLE, SET EXPRESSION",
    "ALTER TABLE t SET (fillfactor = 70), TABLE, SET",
    "ALTER TABLE t NO DEPENDS ON EXTENSION e, TABLE, DEPENDS ON EXTENSION"
  })
  void readsTheActionsOfEveryRelation(String sql, ObjectKind target, String kind) {
    AlterTable alter = Reading.as(AlterTable.class, sql);
    assertThat(alter.target()).isEqualTo(target);
    assertThat(alter.actions()).extracting(AlterAction::kind).containsExactly(kind);
  }

  @Test
  void readsTheExpressionThatATypeChangeUses() {
    AlterAction.AlterColumnType change = Reading.action(
        AlterAction.AlterColumnType.class,
        "ALTER TABLE t ALTER COLUMN c SET DATA TYPE numeric(10, 2) COLLATE \"de\" USING f(c, 1)::numeric");
    assertThat(change.type()).hasToString("numeric(10,2)");
    assertThat(change.collation()).get().hasToString("de");
    assertThat(change.using()).get().hasToString("f(c, 1)::numeric");
  }

  @Test
  void seesThatAForeignKeyIsNotYetValid() {
    AlterAction.AddConstraint added = Reading.action(
        AlterAction.AddConstraint.class,
        "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES s.o (x, y) ON DELETE SET NULL (a) NOT VALID");
    Constraint.ForeignKey key = (Constraint.ForeignKey) added.constraint();
    assertThat(key.traits().notValid()).isTrue();
    assertThat(Reading.names(key.columns())).containsExactly("a", "b");
    assertThat(key.referenced()).hasToString("s.o");
    assertThat(key.onDelete()).isEqualTo(ForeignKeyAction.SET_NULL);
  }

  @Test
  void readsAKeyMadeFromAnIndex() {
    AlterAction.AddConstraint added = Reading.action(
        AlterAction.AddConstraint.class,
        "ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY USING INDEX t_idx DEFERRABLE");
    Constraint.PrimaryKey key = (Constraint.PrimaryKey) added.constraint();
    assertThat(key.usingIndex()).get().hasToString("t_idx");
    assertThat(key.columns()).isEmpty();
  }

  @Test
  void readsPlaceholdersInNames() {
    AlterTable alter =
        Reading.as(AlterTable.class, "ALTER TABLE ${schema}.orders_${env} DROP ${c}");
    assertThat(alter.table()).hasToString("${schema}.orders_${env}");
  }

  @Test
  void takesNoOtherLetterForOneOfAKeyWord() {
    assertThat(Reading.as(AlterTable.class, "ALTER TABLE t \u017Fet LOGGED")
            .actions()
            .get(0))
        .isInstanceOf(AlterAction.UnreadAction.class);
  }
}
