package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.WalVolume.CATALOG;

import dev.redshank.core.statement.Call;
import dev.redshank.core.statement.CreateSchema;
import dev.redshank.core.statement.GrantOrRevoke;
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

  private static final Fact<Object> KNOWN_NAME =
      new Fact<>("it names a relation", scene -> !scene.named().name().isEmpty());

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
      row("not-understood", Unrecognized.class)
          .unsure("statement", TARGET, "the statement is not understood")
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
          .when("a transaction is open", Scene::inTransaction)
          .fails("2D000", "a procedure cannot COMMIT inside a transaction block")
          .given("CREATE PROCEDURE clean() LANGUAGE plpgsql AS $$BEGIN PERFORM 1; COMMIT; END$$")
          .shows("CALL clean()")
          .end());
}
