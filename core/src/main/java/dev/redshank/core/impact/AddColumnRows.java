package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.INDEXES;
import static dev.redshank.core.impact.Relations.NEW_INDEXES;
import static dev.redshank.core.impact.Relations.STORED;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Relations.TREE;
import static dev.redshank.core.impact.Setups.ANIMALS;
import static dev.redshank.core.impact.Setups.EVENTS;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.Setups.QUOTED;
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.SHARE_ROW_EXCLUSIVE;

import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.Constraint;
import java.util.List;

/** What happens to a table when it gets a column. */
final class AddColumnRows {
  private AddColumnRows() {}

  private static final Fact<Parts.ColumnConstraint> ADDED = new Fact<>(
      "the column is not there yet",
      scene -> Columns.column(scene, scene.part().column().name().name()).isEmpty());

  private static final Fact<Parts.ColumnConstraint> FOREIGN_KEY = new Fact<>(
      "the constraint is a foreign key",
      scene -> scene.part().constraint() instanceof Constraint.ForeignKey);

  private static final Fact<Parts.ColumnConstraint> NOT_ENFORCED =
      new Fact<>("NOT ENFORCED", scene -> scene.part().constraint().traits().notEnforced());

  private static final Which<Parts.ColumnConstraint> REFERENCED = new Which<>(
      "the table it refers to",
      scene -> scene.part().constraint() instanceof Constraint.ForeignKey key
          ? List.of(scene.resolve(key.referenced()))
          : List.of());

  static final List<ImpactRow<?>> ROWS = List.of(
      row("add-column", AddColumn.class)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ADD COLUMN extra int",
              "ALTER TABLE orders ADD COLUMN \"Extra\" text DEFAULT 'x'",
              "ALTER TABLE orders ADD COLUMN IF NOT EXISTS note text",
              "ALTER TABLE orders ADD COLUMN made_at timestamptz NOT NULL DEFAULT now()",
              "ALTER TABLE orders ADD COLUMN day date DEFAULT current_date",
              "ALTER TABLE orders ADD COLUMN digest text DEFAULT md5('k')",
              "ALTER TABLE orders ADD COLUMN author text DEFAULT current_user",
              "ALTER TABLE orders ADD COLUMN utc timestamp DEFAULT (now() AT TIME ZONE 'utc')",
              "ALTER TABLE orders ADD COLUMN tags text[] NOT NULL DEFAULT '{}'::text[]",
              "ALTER TABLE ONLY orders ADD COLUMN extra int")
          .given(QUOTED)
          .shows("ALTER TABLE \"Shop\".\"Order Lines\" ADD COLUMN extra int NOT NULL DEFAULT 0")
          .given(EVENTS)
          .shows("ALTER TABLE events ADD COLUMN extra int")
          .given(ANIMALS)
          .shows("ALTER TABLE animals ADD COLUMN extra int")
          .end(),
      row("add-column-volatile-default", AddColumn.class)
          .when(Columns.ADDED)
          .when(Columns.VOLATILE_DEFAULT)
          .rewrites(STORED)
          .builds(INDEXES)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid()",
              "ALTER TABLE orders ADD COLUMN roll float8 NOT NULL DEFAULT random() * 6",
              "ALTER TABLE orders ADD COLUMN seen timestamptz DEFAULT clock_timestamp()",
              "ALTER TABLE orders ADD COLUMN word text DEFAULT timeofday()")
          .and("CREATE SEQUENCE numbers")
          .shows("ALTER TABLE orders ADD COLUMN number bigint DEFAULT nextval('numbers')")
          .given(ORDERS)
          .and("CREATE FUNCTION die() RETURNS int LANGUAGE plpgsql AS $$BEGIN RETURN 4; END$$")
          .shows("ALTER TABLE orders ADD COLUMN roll int DEFAULT die()")
          .given(QUOTED)
          .shows(
              "ALTER TABLE \"Shop\".\"Order Lines\" ADD \"Token\" uuid DEFAULT gen_random_uuid()")
          .given(EVENTS)
          .shows("ALTER TABLE events ADD COLUMN token uuid DEFAULT gen_random_uuid()")
          .given(ANIMALS)
          .shows("ALTER TABLE animals ADD COLUMN token uuid DEFAULT gen_random_uuid()")
          .end(),
      row("add-column-stable-function", AddColumn.class)
          .when(Columns.ADDED)
          .when(Columns.STABLE_FUNCTION_OF_ONES_OWN)
          .writes(CATALOG)
          .given(ORDERS)
          .and("CREATE FUNCTION region() RETURNS text STABLE LANGUAGE sql AS $$SELECT 'eu'::text$$")
          .shows("ALTER TABLE orders ADD COLUMN region text DEFAULT region()")
          .and("CREATE SCHEMA geo", "ALTER FUNCTION region() SET SCHEMA geo")
          .shows("ALTER TABLE orders ADD COLUMN region text DEFAULT geo.region()")
          .end(),
      row("add-column-unknown-function", AddColumn.class)
          .when(Columns.ADDED)
          .when(Columns.UNKNOWN_FUNCTION)
          .unsure(
              "function-volatility",
              TARGET,
              "rewritten if a function of the default is volatile, as functions are unless declared otherwise")
          .unseen(
              Setups.all(
                  ORDERS,
                  List.of(
                      "CREATE FUNCTION region() RETURNS text STABLE LANGUAGE sql AS $$SELECT 'eu'::text$$")))
          .shows("ALTER TABLE orders ADD COLUMN region text DEFAULT region()")
          .end(),
      row("add-column-serial", AddColumn.class)
          .when(Columns.ADDED)
          .when(Columns.SERIAL)
          .rewrites(STORED)
          .builds(INDEXES)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ADD COLUMN number bigserial",
              "ALTER TABLE orders ADD COLUMN number serial",
              "ALTER TABLE orders ADD number smallserial")
          .given(QUOTED)
          .shows("ALTER TABLE \"Shop\".\"Order Lines\" ADD COLUMN \"No\" SERIAL8")
          .end(),
      row("add-column-identity", AddColumn.class)
          .when(Columns.ADDED)
          .when(
              "the column is an identity",
              scene -> scene.part().column().identity().isPresent())
          .rewrites(STORED)
          .builds(INDEXES)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY",
              "ALTER TABLE orders ADD COLUMN number int GENERATED BY DEFAULT AS IDENTITY (START 10)")
          .end(),
      row("add-column-generated-stored", AddColumn.class)
          .when(Columns.ADDED)
          .when(Columns.GENERATED_STORED)
          .rewrites(STORED)
          .builds(INDEXES)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.19) STORED")
          .given(EVENTS)
          .shows(
              "ALTER TABLE events ADD COLUMN upper_note text GENERATED ALWAYS AS (upper(note)) STORED")
          .end(),
      row("add-column-generated-virtual", AddColumn.class)
          .from(18)
          .when(Columns.ADDED)
          .when(
              "the column is generated and VIRTUAL",
              scene ->
                  scene.part().column().generated().map(each -> !each.stored()).orElse(false))
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.19) VIRTUAL",
              "ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.19)")
          .end(),
      row("add-column-constrained-domain", AddColumn.class)
          .when(Columns.ADDED)
          .when(Columns.CONSTRAINED_DOMAIN)
          .rewrites(STORED)
          .builds(INDEXES)
          .given(ORDERS)
          .and("CREATE DOMAIN positive AS int CHECK (VALUE > 0)")
          .shows(
              "ALTER TABLE orders ADD COLUMN pieces positive",
              "ALTER TABLE orders ADD COLUMN pieces positive DEFAULT 1")
          .given(ORDERS)
          .and("CREATE SCHEMA kinds", "CREATE DOMAIN kinds.filled AS text NOT NULL")
          .shows("ALTER TABLE orders ADD COLUMN title kinds.filled DEFAULT ''")
          .end(),
      row("add-column-free-domain", AddColumn.class)
          .when(Columns.ADDED)
          .when(Columns.FREE_DOMAIN)
          .writes(CATALOG)
          .given(ORDERS)
          .and("CREATE DOMAIN label AS text")
          .shows(
              "ALTER TABLE orders ADD COLUMN title label",
              "ALTER TABLE orders ADD COLUMN title label DEFAULT 'x'")
          .end(),
      row("add-column-unknown-type", AddColumn.class)
          .when(Columns.ADDED)
          .when(Columns.UNKNOWN_TYPE)
          .unsure("type", TARGET, "rewritten if the type is a domain with constraints")
          .unseen(Setups.all(ORDERS, List.of("CREATE DOMAIN label AS text")))
          .shows("ALTER TABLE orders ADD COLUMN title label")
          .end(),
      row("add-column-not-null", AddColumn.class)
          .when(Columns.ADDED)
          .when(Columns.NOT_NULL_WITHOUT_VALUE)
          .scans(STORED)
          .unsure("rows", TARGET, "fails with 23502 if the table holds a row")
          .given(ORDERS)
          .shows("ALTER TABLE orders ADD COLUMN extra int NOT NULL")
          .end(),
      row("add-column-check", Parts.ColumnConstraint.class)
          .when(ADDED)
          .when(
              "the constraint is a CHECK",
              scene -> scene.part().constraint() instanceof Constraint.Check)
          .unless(NOT_ENFORCED)
          .scans(STORED)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ADD COLUMN pieces int CHECK (pieces > 0)",
              "ALTER TABLE orders ADD COLUMN pieces int DEFAULT 1 CONSTRAINT a_few CHECK (pieces > 0)")
          .given(EVENTS)
          .shows("ALTER TABLE events ADD COLUMN pieces int CHECK (pieces > 0)")
          .end(),
      row("add-column-references", Parts.ColumnConstraint.class)
          .when(ADDED)
          .when(FOREIGN_KEY)
          .locks(SHARE_ROW_EXCLUSIVE, REFERENCED)
          .given(Setups.all(Setups.CUSTOMERS, ORDERS))
          .shows(
              "ALTER TABLE orders ADD COLUMN buyer bigint REFERENCES customers",
              "ALTER TABLE orders ADD COLUMN buyer bigint REFERENCES public.customers (id) ON DELETE CASCADE",
              "ALTER TABLE orders ADD COLUMN previous bigint REFERENCES orders (id)")
          .given(QUOTED)
          .and("CREATE TABLE notes (id int)")
          .shows("ALTER TABLE notes ADD COLUMN line bigint REFERENCES \"Shop\".\"Order Lines\"")
          .end(),
      row("add-column-references-with-default", Parts.ColumnConstraint.class)
          .when(ADDED)
          .when(FOREIGN_KEY)
          .unless(NOT_ENFORCED)
          .when("old rows get a value", scene -> Columns.hasValue(scene.part().column()))
          .scans(STORED)
          .given(Setups.all(Setups.CUSTOMERS, ORDERS))
          .shows("ALTER TABLE orders ADD COLUMN buyer bigint DEFAULT 7 REFERENCES customers")
          .end(),
      row("add-column-key", Parts.ColumnConstraint.class)
          .when(ADDED)
          .when(
              "the constraint is UNIQUE or PRIMARY KEY",
              scene -> scene.part().constraint() instanceof Constraint.Unique
                  || scene.part().constraint() instanceof Constraint.PrimaryKey)
          .builds(NEW_INDEXES)
          .scans(STORED)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ADD COLUMN code text UNIQUE",
              "ALTER TABLE orders ADD COLUMN code text CONSTRAINT one_code UNIQUE")
          .given(
              "CREATE TABLE notes (note text)",
              "INSERT INTO notes SELECT g FROM generate_series(1, 3000) g")
          .shows("ALTER TABLE notes ADD COLUMN id bigserial PRIMARY KEY")
          .end(),
      row("add-column-new-enum-value", AddColumn.class)
          .when(Columns.ADDED)
          .when(
              "a value of it was added to its enum in this transaction",
              scene -> NewLabels.usedByColumn(scene))
          .fails("55P04", "a new enum value cannot be used before its transaction commits")
          .given(Setups.DAYS)
          .showsAfter(
              "ALTER TYPE mood ADD VALUE 'busy'",
              "ALTER TABLE days ADD COLUMN next_mood mood DEFAULT 'busy'")
          .showsAfter(
              "ALTER TYPE mood ADD VALUE 'busy'",
              "ALTER TABLE days ADD COLUMN next_mood mood CHECK (next_mood <> 'busy')")
          .showsAfter(
              "ALTER TYPE mood ADD VALUE 'busy'",
              "ALTER TABLE days ADD COLUMN next_mood mood GENERATED ALWAYS AS ('busy') STORED")
          .given(Setups.DAYS)
          .and("CREATE DOMAIN spirits AS mood")
          .showsAfter(
              "ALTER TYPE mood ADD VALUE 'busy'",
              "ALTER TABLE days ADD COLUMN next_mood spirits DEFAULT 'busy'")
          .end());
}
