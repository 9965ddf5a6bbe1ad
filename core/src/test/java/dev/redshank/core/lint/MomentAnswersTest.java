package dev.redshank.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.impact.HeldLock;
import dev.redshank.core.impact.TableLock;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.core.rule.StatementStep;
import dev.redshank.core.rule.StatementStep.Alteration;
import dev.redshank.core.rule.TransactionEnd;
import dev.redshank.core.schema.RelationName;
import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.AlterAction.DropColumn;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.text.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What rules ask of a step and of the end of a transaction. */
final class MomentAnswersTest {
  private static final String TABLES =
      "CREATE TABLE orders (id bigint PRIMARY KEY, note text); CREATE TABLE carts (id bigint);";

  private static <S extends Statement> StatementStep last(Walked walked, Class<S> kind) {
    List<StatementStep> found =
        walked.steps.stream().filter(step -> step.as(kind).isPresent()).toList();
    return found.get(found.size() - 1);
  }

  private static ObjectName table(String name) {
    return new ObjectName(Optional.empty(), name, new Span(0, 0));
  }

  private static RelationName known(String name) {
    return new RelationName("public", name);
  }

  @Test
  void asksForTheImpactOfOneActionAlone() {
    Walked walked = Walked.migrations()
        .wrapped(TABLES)
        .wrapped("ALTER TABLE orders ADD COLUMN a text, ADD COLUMN b serial;");
    StatementStep step = last(walked, AlterTable.class);
    List<Alteration<AddColumn>> added = step.alterations(AddColumn.class).toList();
    assertThat(step.impactOf(added.get(0)).rewrites()).isEmpty();
    assertThat(step.impactOf(added.get(1)).rewrites()).contains(known("orders"));
    assertThat(step.impactOf(added.get(1), added.get(0).action()).rewrites()).isEmpty();
  }

  @Test
  void leavesOutLocksThatNobodyWaitsFor() {
    Walked walked = Walked.migrations()
        .wrapped(TABLES)
        .wrapped("COMMENT ON TABLE orders IS 'x'; DROP TABLE carts;");
    assertThat(walked.steps.get(2).blockingLocks()).isEmpty();
    assertThat(last(walked, DropObjects.class).blockingLocks())
        .contains(new TableLock(known("carts"), LockMode.ACCESS_EXCLUSIVE));
  }

  @Test
  void doubtsTheAgeOfATableThatNoMigrationMakes() {
    Walked walked = Walked.migrations().wrapped(TABLES).wrapped("DROP TABLE carts;");
    StatementStep step = last(walked, DropObjects.class);
    assertThat(step.doubtsAbout(table("carts"))).isEmpty();
    assertThat(step.doubtsAbout(table("ledger"))).singleElement().satisfies(doubt -> {
      assertThat(doubt.fact()).isEqualTo("age");
      assertThat(doubt.reason()).isEqualTo("no migration that was read creates ledger");
    });
  }

  @Test
  void quotesTheStatementAsItIsWritten() {
    Walked walked = Walked.migrations().wrapped("CREATE INDEX i\n  ON orders USING btree\n  (id);");
    StatementStep step = last(walked, CreateIndex.class);
    Span table = step.as(CreateIndex.class).orElseThrow().table().span();
    assertThat(step.sql()).containsExactly("CREATE INDEX i", "ON orders USING btree", "(id)");
    assertThat(step.sqlBehind(table)).isEqualTo("USING btree (id)");
  }

  @Test
  void knowsWhatTheMigrationThatIsTakenBackMade() {
    Walked walked = Walked.migrations()
        .wrapped(TABLES)
        .wrapped("CREATE SCHEMA shop; CREATE TYPE mood AS ENUM ('good'); CREATE TABLE new (id int);"
            + "ALTER TABLE orders ADD COLUMN later text;")
        .down("ALTER TABLE orders DROP COLUMN later;");
    StatementStep step = last(walked, AlterTable.class);
    assertThat(step.alterations(DropColumn.class)).hasSize(1);
    assertThat(step.isMadeByUndone(table("new"))).isTrue();
    assertThat(step.isMadeByUndone(table("orders"))).isFalse();
    assertThat(step.isMadeByUndone(table("orders"), column("later"))).isTrue();
    assertThat(step.isMadeByUndone(table("orders"), column("note"))).isFalse();
    assertThat(step.isSchemaMadeByUndone(table("shop"))).isTrue();
    assertThat(step.isSchemaMadeByUndone(table("public"))).isFalse();
    assertThat(step.isTypeMadeByUndone(table("mood"))).isTrue();
  }

  private static Identifier column(String name) {
    return new Identifier(name, new Span(0, 0));
  }

  @Test
  void sortsBlockedTablesByWhenTheirLockBecameThatStrong() {
    Walked walked = Walked.migrations()
        .wrapped(TABLES)
        .wrapped("INSERT INTO orders (id) VALUES (1); ALTER TABLE carts ADD COLUMN a int;"
            + "ALTER TABLE orders ADD COLUMN a int;");
    assertThat(end(walked).blockedTables())
        .extracting(HeldLock::relation)
        .containsExactly(known("carts"), known("orders"));
  }

  @Test
  void countsNoIndexAndNoNewTableAmongBlockedTables() {
    Walked walked = Walked.migrations()
        .wrapped(TABLES + "CREATE INDEX note_idx ON orders (note);")
        .wrapped(
            "CREATE TABLE new (id int); DROP INDEX note_idx; ALTER TABLE new ADD COLUMN a int;");
    assertThat(end(walked).blockedTables())
        .extracting(HeldLock::relation)
        .containsExactly(known("orders"));
  }

  @Test
  void showsThePictureBehindTheLastStatement() {
    Walked walked = Walked.migrations().wrapped(TABLES).wrapped("DROP TABLE carts;");
    assertThat(end(walked).after().orElseThrow().relation(table("carts"))).isEmpty();
    assertThat(end(walked).after().orElseThrow().relation(table("orders"))).isPresent();
  }

  @Test
  void showsThePictureBehindTheStatementsOfADoBlock() {
    Walked walked =
        Walked.migrations().wrapped(TABLES).wrapped("DO $$ BEGIN DROP TABLE carts; END $$;");
    assertThat(end(walked).after().orElseThrow().relation(table("carts"))).isEmpty();
  }

  private static TransactionEnd end(Walked walked) {
    return walked.transactions.get(walked.transactions.size() - 1);
  }
}
