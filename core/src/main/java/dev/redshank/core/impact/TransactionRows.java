package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.Setups.QUOTED;
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.postgres.LockMode.ACCESS_SHARE;
import static dev.redshank.core.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.redshank.core.statement.Call;
import dev.redshank.core.statement.CreateExtension;
import dev.redshank.core.statement.CreateSchema;
import dev.redshank.core.statement.DoBlock;
import dev.redshank.core.statement.GrantOrRevoke;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.OtherStatement;
import dev.redshank.core.statement.Unrecognized;
import java.util.List;
import java.util.Set;

/** What has little to do with tables: transactions, settings, psql, whatever is known by its command tag only. */
final class TransactionRows {
  private TransactionRows() {}

  /** preventCommandIfInTransaction and PreventInTransactionBlock of PostgreSQL's source. */
  private static final Set<String> NEVER_INSIDE = Set.of(
      "CREATE DATABASE",
      "DROP DATABASE",
      "CREATE TABLESPACE",
      "DROP TABLESPACE",
      "ALTER SYSTEM",
      "DISCARD ALL");

  private static final Fact<OtherStatement> REFUSING = new Fact<>(
      "it commits by itself", scene -> NEVER_INSIDE.contains(scene.part().kind()));

  private static final Set<ObjectKind> GRANTED =
      Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.SEQUENCE);

  private static final Fact<Object> KNOWN_NAME =
      new Fact<>("it names a relation", scene -> !scene.named().name().isEmpty());

  private static final Which<OtherStatement> TABLES_BEHIND_NAME = new Which<>(
      "the tables that it names",
      scene -> scene.part().names().stream().skip(1).map(scene::resolve).toList());

  static final List<ImpactRow<?>> ROWS = List.of(
      row("own-transaction", OtherStatement.class)
          .when(REFUSING)
          .refusesTransaction()
          .given()
          .shows("ALTER SYSTEM SET work_mem = '4MB'", "DISCARD ALL")
          .end(),
      row("grant", GrantOrRevoke.class)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "GRANT SELECT ON orders TO PUBLIC",
              "GRANT ALL ON ALL TABLES IN SCHEMA public TO pg_monitor",
              "REVOKE ALL ON TABLE orders FROM PUBLIC",
              "GRANT USAGE ON SCHEMA public TO PUBLIC",
              "GRANT pg_monitor TO postgres")
          .end(),
      row("create-publication", OtherStatement.class)
          .when(
              "a publication of tables",
              scene -> scene.part().kind().equals("CREATE PUBLICATION")
                  || scene.part().kind().equals("ALTER PUBLICATION"))
          .locks(SHARE_UPDATE_EXCLUSIVE, TABLES_BEHIND_NAME)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "CREATE PUBLICATION news FOR TABLE orders", "CREATE PUBLICATION news FOR ALL TABLES")
          .and("CREATE PUBLICATION news")
          .shows(
              "ALTER PUBLICATION news ADD TABLE orders", "ALTER PUBLICATION news SET TABLE orders")
          .given(QUOTED)
          .shows("CREATE PUBLICATION news FOR TABLE \"Shop\".\"Order Lines\"")
          .end(),
      row("create-statistics", OtherStatement.class)
          .when("statistics of a table", scene -> scene.part().kind().equals("CREATE STATISTICS"))
          .locks(SHARE_UPDATE_EXCLUSIVE, TABLES_BEHIND_NAME)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("CREATE STATISTICS together ON note, total FROM orders")
          .end(),
      row("create-extension", CreateExtension.class)
          .writes(CATALOG)
          .given()
          .shows("CREATE EXTENSION citext", "CREATE EXTENSION IF NOT EXISTS pg_trgm")
          .end(),
      row("grant-on-table", GrantOrRevoke.class)
          .from(18)
          .when(
              "on a table, view or sequence",
              scene -> GRANTED.contains(scene.part().target()))
          .when(KNOWN_NAME)
          .locks(ACCESS_SHARE, TARGET)
          .given(ORDERS)
          .shows("GRANT SELECT ON orders TO PUBLIC", "REVOKE ALL ON TABLE orders FROM PUBLIC")
          .end(),
      row("not-understood", Unrecognized.class)
          .unsure(
              "statement",
              TARGET,
              "the statement is not understood; fails with 42601 if PostgreSQL does not understand it either")
          .given(ORDERS)
          .shows("FROBNICATE orders")
          .end(),
      row("create-schema", CreateSchema.class)
          .writes(CATALOG)
          .given()
          .shows("CREATE SCHEMA \"Shop\"", "CREATE SCHEMA IF NOT EXISTS shop")
          .end(),
      row("call", Call.class)
          .unsure("function", TARGET, "a procedure may do anything, and may COMMIT")
          .given("CREATE PROCEDURE clean() LANGUAGE plpgsql AS $$BEGIN PERFORM 1; END$$")
          .shows("CALL clean()")
          .end(),
      row("call-committing-procedure", Call.class)
          .when("the procedure is known to end transactions", scene -> Procedures.commits(scene))
          .refusesTransaction("2D000")
          .given("CREATE PROCEDURE clean() LANGUAGE plpgsql AS $$BEGIN PERFORM 1; COMMIT; END$$")
          .shows("CALL clean()")
          .end(),
      row("do-unread", DoBlock.class)
          .when("its body is not read", scene -> scene.part().body().isEmpty())
          .unsure(
              "function",
              TARGET,
              "the block may do anything, and may COMMIT; fails with 42704 if its language is not installed")
          .given()
          .shows("DO LANGUAGE plperl 'return 1'")
          .end(),
      row("do-committing", DoBlock.class)
          .when("its body ends transactions", scene -> Procedures.endsTransaction(scene.part()))
          .refusesTransaction("2D000")
          .given()
          .shows(
              "DO $$BEGIN PERFORM 1; COMMIT; END$$",
              "DO $$BEGIN FOR i IN 1..3 LOOP PERFORM i; COMMIT; END LOOP; END$$")
          .end());
}
