package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.INDEXES;
import static dev.redshank.core.impact.Relations.STORED;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Relations.TREE;
import static dev.redshank.core.impact.Setups.ANIMALS;
import static dev.redshank.core.impact.Setups.EVENTS;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.Setups.ORDERS_OF_CUSTOMERS;
import static dev.redshank.core.impact.Setups.QUOTED;
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.redshank.core.statement.AlterAction.AddIdentity;
import dev.redshank.core.statement.AlterAction.AlterIdentity;
import dev.redshank.core.statement.AlterAction.DropColumn;
import dev.redshank.core.statement.AlterAction.DropDefault;
import dev.redshank.core.statement.AlterAction.DropExpression;
import dev.redshank.core.statement.AlterAction.DropIdentity;
import dev.redshank.core.statement.AlterAction.DropNotNull;
import dev.redshank.core.statement.AlterAction.SetColumnOptions;
import dev.redshank.core.statement.AlterAction.SetCompression;
import dev.redshank.core.statement.AlterAction.SetDefault;
import dev.redshank.core.statement.AlterAction.SetExpression;
import dev.redshank.core.statement.AlterAction.SetNotNull;
import dev.redshank.core.statement.AlterAction.SetStatistics;
import dev.redshank.core.statement.AlterAction.SetStorage;
import java.util.List;

/** What happens to a table when one of its columns goes or changes, other than its type. */
final class ColumnRows {
  private ColumnRows() {}

  static final List<ImpactRow<?>> ROWS = List.of(
      row("drop-column", DropColumn.class)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders DROP COLUMN note",
              "ALTER TABLE orders DROP note RESTRICT",
              "ALTER TABLE orders DROP COLUMN IF EXISTS missing",
              "ALTER TABLE orders DROP COLUMN id")
          .given(QUOTED)
          .shows("ALTER TABLE \"Shop\".\"Order Lines\" DROP COLUMN \"Note\"")
          .given(EVENTS)
          .shows("ALTER TABLE events DROP COLUMN note")
          .given(ANIMALS)
          .shows("ALTER TABLE animals DROP COLUMN name")
          .end(),
      row("drop-column-of-foreign-key", DropColumn.class)
          .locks(ACCESS_EXCLUSIVE, Columns.REFERENCED_FROM_COLUMN)
          .given(ORDERS_OF_CUSTOMERS)
          .shows("ALTER TABLE orders DROP COLUMN customer_id")
          .end(),
      row("drop-column-referenced", DropColumn.class)
          .when(Columns.REFERRED_TO)
          .unless(Columns.CASCADES)
          .fails("2BP01", "a foreign key refers to the column")
          .given(ORDERS_OF_CUSTOMERS)
          .shows("ALTER TABLE customers DROP COLUMN id")
          .end(),
      row("drop-column-cascade", DropColumn.class)
          .when(Columns.CASCADES)
          .locks(ACCESS_EXCLUSIVE, Columns.REFERRING_TO_COLUMN)
          .locks(ACCESS_EXCLUSIVE, Columns.VIEWS_WITH_COLUMN)
          .given(ORDERS_OF_CUSTOMERS)
          .shows("ALTER TABLE customers DROP COLUMN id CASCADE")
          .given(ORDERS)
          .and("CREATE VIEW notes AS SELECT note FROM orders")
          .shows("ALTER TABLE orders DROP COLUMN note CASCADE")
          .end(),
      row("set-default", SetDefault.class)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ALTER COLUMN note SET DEFAULT 'x'",
              "ALTER TABLE orders ALTER total SET DEFAULT random()")
          .given(EVENTS)
          .shows("ALTER TABLE events ALTER COLUMN note SET DEFAULT 'x'")
          .given(ORDERS)
          .and("CREATE VIEW notes AS SELECT id, note FROM orders")
          .shows("ALTER VIEW notes ALTER COLUMN note SET DEFAULT 'x'")
          .end(),
      row("set-default-new-enum-value", SetDefault.class)
          .when(
              "the value was added to the enum in this transaction",
              scene -> NewLabels.used(
                  scene, scene.part().column(), scene.part().value().tokens()))
          .fails("55P04", "a new enum value cannot be used before its transaction commits")
          .given("CREATE TYPE mood AS ENUM ('calm')", "CREATE TABLE days (id int, mood mood)")
          .showsAfter(
              "ALTER TYPE mood ADD VALUE 'busy'", "ALTER TABLE days ALTER mood SET DEFAULT 'busy'")
          .showsAfter(
              "ALTER TYPE mood ADD VALUE 'busy'",
              "ALTER TABLE days ALTER mood SET DEFAULT 'busy'::mood")
          .end(),
      row("drop-default", DropDefault.class)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .and("ALTER TABLE orders ALTER note SET DEFAULT 'x'")
          .shows("ALTER TABLE orders ALTER COLUMN note DROP DEFAULT")
          .end(),
      row("set-expression", SetExpression.class)
          .from(17)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .rewrites(STORED)
          .builds(INDEXES)
          .given(
              "CREATE TABLE prices (net int, gross int GENERATED ALWAYS AS (net * 2) STORED)",
              "INSERT INTO prices SELECT g FROM generate_series(1, 3000) g")
          .shows("ALTER TABLE prices ALTER COLUMN gross SET EXPRESSION AS (net * 3)")
          .end(),
      row("drop-expression", DropExpression.class)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given("CREATE TABLE prices (net int, gross int GENERATED ALWAYS AS (net * 2) STORED)")
          .shows(
              "ALTER TABLE prices ALTER COLUMN gross DROP EXPRESSION",
              "ALTER TABLE prices ALTER COLUMN net DROP EXPRESSION IF EXISTS")
          .end(),
      row("set-not-null", SetNotNull.class)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("ALTER TABLE orders ALTER COLUMN id SET NOT NULL")
          .and("ALTER TABLE orders ADD CONSTRAINT note_filled CHECK (note IS NOT NULL)")
          .shows("ALTER TABLE orders ALTER COLUMN note SET NOT NULL")
          .given(ORDERS)
          .and(
              "ALTER TABLE orders ADD CONSTRAINT filled CHECK (note IS NOT NULL AND total > 0) NOT VALID",
              "ALTER TABLE orders VALIDATE CONSTRAINT filled")
          .shows("ALTER TABLE orders ALTER COLUMN note SET NOT NULL")
          .end(),
      row("set-not-null-scan", SetNotNull.class)
          .when(Columns.NULLS_POSSIBLE)
          .scans(Columns.TABLES_WITH_NULLS)
          .unsure("rows", TARGET, "fails with 23502 if a row holds NULL in the column")
          .given(ORDERS)
          .shows("ALTER TABLE orders ALTER COLUMN note SET NOT NULL")
          .and("ALTER TABLE orders ADD CONSTRAINT filled CHECK (note IS NOT NULL) NOT VALID")
          .shows("ALTER TABLE orders ALTER note SET NOT NULL")
          .given(ORDERS)
          .and("UPDATE orders SET note = NULL WHERE id = 7")
          .shows("ALTER TABLE orders ALTER COLUMN note SET NOT NULL")
          .given(QUOTED)
          .shows("ALTER TABLE \"Shop\".\"Order Lines\" ALTER COLUMN \"Note\" SET NOT NULL")
          .given(EVENTS)
          .shows("ALTER TABLE events ALTER COLUMN note SET NOT NULL")
          .given(ANIMALS)
          .shows("ALTER TABLE animals ALTER COLUMN name SET NOT NULL")
          .end(),
      row("set-not-null-unknown-table", SetNotNull.class)
          .unless(Columns.DESCRIBED)
          .unsure(
              "check-constraint",
              TARGET,
              "not scanned if a valid CHECK says that the column is not NULL")
          .unseen(ORDERS)
          .shows("ALTER TABLE orders ALTER COLUMN note SET NOT NULL")
          .end(),
      row("drop-not-null", DropNotNull.class)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .and("ALTER TABLE orders ALTER COLUMN note SET NOT NULL")
          .shows("ALTER TABLE orders ALTER COLUMN note DROP NOT NULL")
          .given(EVENTS)
          .shows("ALTER TABLE events ALTER COLUMN id DROP NOT NULL")
          .end(),
      row("add-identity", AddIdentity.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("ALTER TABLE orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY")
          .end(),
      row("alter-identity", AlterIdentity.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given("CREATE TABLE tickets (id bigint GENERATED ALWAYS AS IDENTITY)")
          .shows(
              "ALTER TABLE tickets ALTER COLUMN id SET GENERATED BY DEFAULT",
              "ALTER TABLE tickets ALTER COLUMN id RESTART WITH 100")
          .end(),
      row("drop-identity", DropIdentity.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given("CREATE TABLE tickets (id bigint GENERATED ALWAYS AS IDENTITY, n int)")
          .shows(
              "ALTER TABLE tickets ALTER COLUMN id DROP IDENTITY",
              "ALTER TABLE tickets ALTER COLUMN n DROP IDENTITY IF EXISTS")
          .end(),
      row("set-statistics", SetStatistics.class)
          .locks(SHARE_UPDATE_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("ALTER TABLE orders ALTER COLUMN note SET STATISTICS 500")
          .given(EVENTS)
          .shows("ALTER TABLE events ALTER COLUMN note SET STATISTICS 500")
          .given(ORDERS)
          .and("CREATE INDEX orders_lower ON orders (lower(note))")
          .shows("ALTER INDEX orders_lower ALTER COLUMN 1 SET STATISTICS 500")
          .end(),
      row("set-column-options", SetColumnOptions.class)
          .locks(SHARE_UPDATE_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ALTER COLUMN note SET (n_distinct = 100)",
              "ALTER TABLE orders ALTER COLUMN note RESET (n_distinct)")
          .end(),
      row("set-storage", SetStorage.class)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("ALTER TABLE orders ALTER COLUMN note SET STORAGE EXTERNAL")
          .given(EVENTS)
          .shows("ALTER TABLE events ALTER COLUMN note SET STORAGE EXTERNAL")
          .end(),
      row("set-compression", SetCompression.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("ALTER TABLE orders ALTER COLUMN note SET COMPRESSION pglz")
          .end());
}
