package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Setups.CUSTOMERS;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.postgres.LockMode.ACCESS_SHARE;
import static dev.redshank.core.postgres.LockMode.ROW_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.ROW_SHARE;

import dev.redshank.core.statement.CreateRoutine;
import java.util.List;

/** What happens when a function or procedure is made: PostgreSQL looks into the body of one in SQL, and locks what it finds. */
final class RoutineRows {
  private RoutineRows() {}

  private static final Fact<CreateRoutine> LOOKED_INTO = new Fact<>(
      "it is in SQL and its body is looked into", scene -> RoutineTables.areLookedUp(scene));

  static final List<ImpactRow<?>> ROWS = List.of(
      row("create-routine", CreateRoutine.class)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN DELETE FROM orders; RETURN NEW; END$$",
              "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'",
              "CREATE FUNCTION any_count(anyelement) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orders'",
              "CREATE PROCEDURE clean() LANGUAGE plpgsql AS $$BEGIN DELETE FROM orders; COMMIT; END$$")
          .showsAfter(
              "SET check_function_bodies = off",
              "CREATE FUNCTION all_orders() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orders'")
          .end(),
      row("create-sql-routine", CreateRoutine.class)
          .when(LOOKED_INTO)
          .locks(
              ACCESS_SHARE,
              new Which<CreateRoutine>(
                  "the tables that its body reads, behind views too",
                  scene -> RoutineTables.read(scene)))
          .locks(
              ROW_SHARE,
              new Which<CreateRoutine>(
                  "the tables of which it locks rows", scene -> RoutineTables.locked(scene)))
          .locks(
              ROW_EXCLUSIVE,
              new Which<CreateRoutine>(
                  "the tables that it changes, behind views too",
                  scene -> RoutineTables.changed(scene)))
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and("CREATE VIEW notes AS SELECT note FROM orders")
          .shows(
              "CREATE FUNCTION all_orders() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orders'",
              "CREATE FUNCTION notes() RETURNS SETOF text LANGUAGE sql STABLE RETURN (SELECT note FROM notes LIMIT 1)",
              "CREATE FUNCTION all_notes() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM notes; END",
              "CREATE FUNCTION taken() RETURNS SETOF orders LANGUAGE sql AS 'SELECT * FROM orders FOR UPDATE'",
              "CREATE PROCEDURE clean() LANGUAGE sql AS 'TRUNCATE customers; UPDATE notes SET note = NULL'",
              "CREATE FUNCTION go() RETURNS void LANGUAGE sql AS 'WITH old AS (DELETE FROM orders RETURNING id)"
                  + " UPDATE customers c SET name = NULL FROM old WHERE old.id = c.id'")
          .end());
}
