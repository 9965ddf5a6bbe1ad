package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.SHARE;
import static dev.redshank.core.postgres.LockMode.SHARE_ROW_EXCLUSIVE;

import dev.redshank.core.statement.AddEnumValue;
import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterCompositeType;
import dev.redshank.core.statement.AlterDomain;
import dev.redshank.core.statement.AlterSequence;
import dev.redshank.core.statement.CreateDomain;
import dev.redshank.core.statement.CreateSequence;
import dev.redshank.core.statement.CreateType;
import dev.redshank.core.statement.RenameEnumValue;
import java.util.List;

/** What happens when a domain, enum, composite type or sequence changes. */
final class DomainTypeRows {
  private DomainTypeRows() {}

  private static final Which<AlterDomain> USERS = new Which<>(
      "every table with a column of the domain",
      scene -> scene.storing(TypeUsers.of(scene, scene.part().name())));

  private static final Fact<AlterDomain> CHECKS = new Fact<>("every value is checked", scene -> {
    AlterAction action = scene.part().action();
    return action instanceof AlterAction.SetNotNull
        || action instanceof AlterAction.ValidateConstraint
        || (action instanceof AlterAction.AddConstraint added
            && !added.constraint().traits().notValid());
  });

  private static final List<String> NOTES = List.of(
      "CREATE DOMAIN label AS text",
      "CREATE TABLE notes (id int, title label)",
      "INSERT INTO notes SELECT g, 'x' FROM generate_series(1, 3000) g");

  static final List<ImpactRow<?>> ROWS = List.of(
      row("alter-domain", AlterDomain.class)
          .writes(CATALOG)
          .given(NOTES)
          .and("ALTER DOMAIN label ADD CONSTRAINT short CHECK (length(VALUE) < 9)")
          .shows(
              "ALTER DOMAIN label SET DEFAULT 'x'",
              "ALTER DOMAIN label DROP DEFAULT",
              "ALTER DOMAIN label DROP CONSTRAINT short",
              "ALTER DOMAIN label ADD CONSTRAINT brief CHECK (length(VALUE) < 9) NOT VALID",
              "ALTER DOMAIN label DROP NOT NULL")
          .end(),
      row("alter-domain-checking", AlterDomain.class)
          .when(CHECKS)
          .locks(SHARE, USERS)
          .scans(USERS)
          .unsure(
              "type-users",
              new Which<>(
                  "the domain",
                  scene -> List.of(scene.state().resolve(scene.part().name()))),
              "every table with a column of the domain is locked and scanned, also those that are not known")
          .unsure(
              "rows",
              new Which<>(
                  "the domain",
                  scene -> List.of(scene.state().resolve(scene.part().name()))),
              "fails with 23514, for NOT NULL with 23502, if a value does not satisfy it")
          .given(NOTES)
          .shows(
              "ALTER DOMAIN label ADD CONSTRAINT brief CHECK (length(VALUE) < 9)",
              "ALTER DOMAIN label SET NOT NULL")
          .and("ALTER DOMAIN label ADD CONSTRAINT brief CHECK (length(VALUE) < 9) NOT VALID")
          .shows("ALTER DOMAIN public.label VALIDATE CONSTRAINT brief")
          .end(),
      row("alter-domain-in-arrays", AlterDomain.class)
          .when(CHECKS)
          .when(
              "a column holds arrays of the domain",
              scene -> TypeUsers.inArrays(scene, scene.part().name()))
          .fails("0A000", "the values in an array of a domain cannot be checked")
          .given("CREATE DOMAIN label AS text", "CREATE TABLE notes (id int, titles label[])")
          .shows(
              "ALTER DOMAIN label ADD CHECK (length(VALUE) < 9)", "ALTER DOMAIN label SET NOT NULL")
          .end(),
      row("add-enum-value", AddEnumValue.class)
          .writes(CATALOG)
          .given("CREATE TYPE mood AS ENUM ('calm')", "CREATE TABLE days (id int, mood mood)")
          .shows(
              "ALTER TYPE mood ADD VALUE 'busy'",
              "ALTER TYPE public.mood ADD VALUE IF NOT EXISTS 'busy' BEFORE 'calm'")
          .end(),
      row("rename-enum-value", RenameEnumValue.class)
          .writes(CATALOG)
          .given("CREATE TYPE mood AS ENUM ('calm')", "CREATE TABLE days (id int, mood mood)")
          .shows("ALTER TYPE mood RENAME VALUE 'calm' TO 'quiet'")
          .end(),
      row("alter-composite-type", AlterCompositeType.class)
          .unsure(
              "type-users",
              TARGET,
              "fails with 2BP01 if a table is OF the type, unless CASCADE, which locks that table")
          .writes(CATALOG)
          .given("CREATE TYPE pair AS (a int, b text)")
          .shows("ALTER TYPE pair ADD ATTRIBUTE c int", "ALTER TYPE pair DROP ATTRIBUTE b")
          .end(),
      row("alter-composite-type-of-tables", AlterCompositeType.class)
          .when("CASCADE", scene -> scene.part().cascade())
          .locks(
              ACCESS_EXCLUSIVE,
              new Which<>(
                  "the tables of the type",
                  scene -> scene.state().type(scene.part().type()).stream()
                      .flatMap(type -> type.typedTables().stream())
                      .toList()))
          .given("CREATE TYPE pair AS (a int, b text)", "CREATE TABLE pairs OF pair")
          .shows(
              "ALTER TYPE pair ADD ATTRIBUTE c int CASCADE",
              "ALTER TYPE pair DROP ATTRIBUTE b CASCADE")
          .end(),
      row("alter-used-composite-type", AlterCompositeType.class)
          .when(
              "an attribute gets another type",
              scene -> scene.part().actions().stream()
                  .anyMatch(AlterAction.AlterColumnType.class::isInstance))
          .when(
              "a column is of the type",
              scene -> TypeUsers.inRows(scene, scene.part().type()))
          .fails("0A000", "a column is of the type, and its rows are not written anew")
          .given("CREATE TYPE pair AS (a int, b text)", "CREATE TABLE pairs (id int, p pair)")
          .shows(
              "ALTER TYPE pair ALTER ATTRIBUTE a TYPE bigint",
              "ALTER TYPE pair ADD ATTRIBUTE c int, ALTER ATTRIBUTE a TYPE bigint CASCADE")
          .given("CREATE TYPE pair AS (a int, b text)", "CREATE TABLE pairs (id int, p pair[])")
          .shows("ALTER TYPE pair ALTER ATTRIBUTE a TYPE bigint")
          .given(
              "CREATE TYPE pair AS (a int, b text)",
              "CREATE DOMAIN couple AS pair",
              "CREATE TABLE pairs (id int, p couple) PARTITION BY RANGE (id)")
          .shows("ALTER TYPE pair ALTER ATTRIBUTE a TYPE bigint")
          .end(),
      row("create-type", CreateType.class)
          .writes(CATALOG)
          .given()
          .shows(
              "CREATE TYPE mood AS ENUM ('calm')",
              "CREATE TYPE pair AS (a int, b text)",
              "CREATE TYPE span AS RANGE (subtype = int4)")
          .end(),
      row("create-domain", CreateDomain.class)
          .writes(CATALOG)
          .given()
          .shows("CREATE DOMAIN label AS text CHECK (VALUE <> '')")
          .end(),
      row("create-sequence", CreateSequence.class)
          .writes(CATALOG)
          .given()
          .shows(
              "CREATE SEQUENCE numbers START 10", "CREATE SEQUENCE IF NOT EXISTS \"More Numbers\"")
          .end(),
      row("alter-sequence", AlterSequence.class)
          .locks(SHARE_ROW_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given("CREATE SEQUENCE numbers")
          .shows(
              "ALTER SEQUENCE numbers RESTART WITH 5",
              "ALTER SEQUENCE IF EXISTS public.numbers INCREMENT BY 2",
              "ALTER SEQUENCE numbers AS bigint MAXVALUE 99")
          .end(),
      row("alter-sequence-owner-table", AlterSequence.class)
          .when("OWNED BY", scene -> scene.part().options().contains("OWNED"))
          .unsure("table", TARGET, "the table of OWNED BY is locked in ACCESS SHARE")
          .given("CREATE SEQUENCE numbers", "CREATE TABLE notes (id int)")
          .shows("ALTER SEQUENCE numbers OWNED BY notes.id")
          .end());
}
