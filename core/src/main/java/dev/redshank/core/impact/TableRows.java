package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.INDEXES;
import static dev.redshank.core.impact.Relations.STORED;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Relations.TREE;
import static dev.redshank.core.impact.Setups.ANIMALS;
import static dev.redshank.core.impact.Setups.EVENTS;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.Setups.QUOTED;
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.ACCESS_SHARE;
import static dev.redshank.core.postgres.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.redshank.core.schema.Relation;
import dev.redshank.core.statement.AlterAction.ChangeOwner;
import dev.redshank.core.statement.AlterAction.ClusterOn;
import dev.redshank.core.statement.AlterAction.DependsOnExtension;
import dev.redshank.core.statement.AlterAction.DisinheritFrom;
import dev.redshank.core.statement.AlterAction.InheritFrom;
import dev.redshank.core.statement.AlterAction.MoveToSchema;
import dev.redshank.core.statement.AlterAction.NotOfType;
import dev.redshank.core.statement.AlterAction.OfType;
import dev.redshank.core.statement.AlterAction.RenameColumn;
import dev.redshank.core.statement.AlterAction.RenameConstraint;
import dev.redshank.core.statement.AlterAction.RenameRelation;
import dev.redshank.core.statement.AlterAction.RowSecurity;
import dev.redshank.core.statement.AlterAction.SetAccessMethod;
import dev.redshank.core.statement.AlterAction.SetLogged;
import dev.redshank.core.statement.AlterAction.SetReplicaIdentity;
import dev.redshank.core.statement.AlterAction.SetStorageParameters;
import dev.redshank.core.statement.AlterAction.SetTablespace;
import dev.redshank.core.statement.AlterAction.ToggleRule;
import dev.redshank.core.statement.AlterAction.ToggleTrigger;
import dev.redshank.core.statement.AlterAction.UnreadAction;
import dev.redshank.core.statement.AlterAction.WithoutCluster;
import dev.redshank.core.statement.AlterAction.WithoutOids;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.Persistence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happens when a table as a whole is altered; indexes, views and sequences where they take the same words. */
final class TableRows {
  private TableRows() {}

  /** Parameters whose change needs no more than SHARE UPDATE EXCLUSIVE: reloptions.c. */
  private static final Set<String> MILD = Set.of(
      "fillfactor",
      "parallel_workers",
      "toast_tuple_target",
      "log_autovacuum_min_duration",
      "vacuum_index_cleanup",
      "vacuum_truncate",
      "vacuum_max_eager_freeze_failure_rate",
      "deduplicate_items",
      "n_distinct",
      "n_distinct_inherited");

  private static final Fact<SetStorageParameters> ALL_MILD = new Fact<>(
      "every parameter steers only vacuum, the planner or later writes",
      scene -> scene.part().parameters().stream().allMatch(TableRows::isMild));

  private static final Fact<SetLogged> IS_SO_ALREADY = new Fact<>(
      "the table is known to be logged, or not, as is asked for",
      scene -> scene.isDescribed()
          && scene.relation().map(Relation::persistence).equals(Optional.of(asked(scene.part()))));

  private static Persistence asked(SetLogged action) {
    return action.logged() ? Persistence.PERMANENT : Persistence.UNLOGGED;
  }

  private static final Fact<Object> IS_INDEX = new Fact<>(
      "an index is altered by that word",
      scene -> scene.statement() instanceof AlterTable alter && alter.target() == ObjectKind.INDEX);

  private static boolean isMild(String parameter) {
    return MILD.contains(parameter)
        || parameter.startsWith("autovacuum_")
        || parameter.startsWith("toast.");
  }

  private static final Which<InheritFrom> NEW_PARENT =
      new Which<>("the parent", scene -> List.of(scene.resolve(scene.part().parent())));

  private static final Which<DisinheritFrom> OLD_PARENT =
      new Which<>("the parent", scene -> List.of(scene.resolve(scene.part().parent())));

  static final List<ImpactRow<?>> ROWS = List.of(
      row("alter-unknown-table", AlterTable.class)
          .when(Tables.UNKNOWN)
          .when("a table is altered", scene -> scene.part().target() == ObjectKind.TABLE)
          .unsure(
              "table",
              TARGET,
              "partitions, indexes and foreign keys of a table that no migration made are not known")
          .unseen(ORDERS)
          .shows(
              "ALTER TABLE orders ADD COLUMN extra int",
              "ALTER TABLE public.orders DROP COLUMN note")
          .end(),
      row("toggle-trigger", ToggleTrigger.class)
          .locks(SHARE_ROW_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .and(
              "CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$",
              "CREATE TRIGGER audit AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION audit()")
          .shows(
              "ALTER TABLE orders DISABLE TRIGGER audit",
              "ALTER TABLE orders DISABLE TRIGGER ALL",
              "ALTER TABLE orders DISABLE TRIGGER USER",
              "ALTER TABLE orders ENABLE ALWAYS TRIGGER audit")
          .end(),
      row("toggle-rule", ToggleRule.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and("CREATE RULE quiet AS ON DELETE TO orders DO INSTEAD NOTHING")
          .shows("ALTER TABLE orders DISABLE RULE quiet")
          .end(),
      row("row-security", RowSecurity.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders ENABLE ROW LEVEL SECURITY",
              "ALTER TABLE orders DISABLE ROW LEVEL SECURITY",
              "ALTER TABLE orders FORCE ROW LEVEL SECURITY",
              "ALTER TABLE orders NO FORCE ROW LEVEL SECURITY")
          .given(EVENTS)
          .shows("ALTER TABLE events ENABLE ROW LEVEL SECURITY")
          .end(),
      row("cluster-on", ClusterOn.class)
          .locks(SHARE_UPDATE_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("ALTER TABLE orders CLUSTER ON orders_pkey")
          .end(),
      row("without-cluster", WithoutCluster.class)
          .locks(SHARE_UPDATE_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and("ALTER TABLE orders CLUSTER ON orders_pkey")
          .shows("ALTER TABLE orders SET WITHOUT CLUSTER")
          .end(),
      row("without-oids", WithoutOids.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .given(ORDERS)
          .shows("ALTER TABLE orders SET WITHOUT OIDS")
          .end(),
      row("set-logged", SetLogged.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .given(ORDERS)
          .shows("ALTER TABLE orders SET LOGGED")
          .given("CREATE UNLOGGED TABLE notes (id bigint PRIMARY KEY)")
          .shows("ALTER TABLE notes SET UNLOGGED")
          .end(),
      row("set-logged-changes", SetLogged.class)
          .unless(IS_SO_ALREADY)
          .writes(CATALOG)
          .rewrites(STORED)
          .builds(INDEXES)
          .given(ORDERS)
          .shows("ALTER TABLE orders SET UNLOGGED")
          .given(
              "CREATE UNLOGGED TABLE notes (id bigint PRIMARY KEY)",
              "INSERT INTO notes SELECT g FROM generate_series(1, 3000) g")
          .shows("ALTER TABLE notes SET LOGGED")
          .end(),
      row("set-access-method", SetAccessMethod.class)
          .from(15)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("ALTER TABLE orders SET ACCESS METHOD heap")
          .end(),
      row("set-tablespace", SetTablespace.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .given(ORDERS)
          .shows("ALTER TABLE orders SET TABLESPACE pg_default")
          .end(),
      row("set-storage-parameters", SetStorageParameters.class)
          .when(ALL_MILD)
          .locks(SHARE_UPDATE_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders SET (fillfactor = 70)",
              "ALTER TABLE orders SET (autovacuum_enabled = false, parallel_workers = 4)",
              "ALTER TABLE orders SET (toast.autovacuum_enabled = false)",
              "ALTER TABLE orders RESET (fillfactor)",
              "ALTER INDEX orders_pkey SET (fillfactor = 70)",
              "ALTER INDEX orders_pkey SET (deduplicate_items = off)")
          .end(),
      row("set-storage-parameters-strong", SetStorageParameters.class)
          .unless(ALL_MILD)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("ALTER TABLE orders SET (user_catalog_table = true)")
          .and(
              "CREATE VIEW notes AS SELECT note FROM orders",
              "CREATE INDEX gin ON orders USING gin (string_to_array(note, ' '))")
          .shows(
              "ALTER VIEW notes SET (security_barrier = true)",
              "ALTER INDEX gin SET (fastupdate = off)")
          .end(),
      row("inherit", InheritFrom.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .locks(SHARE_UPDATE_EXCLUSIVE, NEW_PARENT)
          .writes(CATALOG)
          .given(ANIMALS)
          .and("CREATE TABLE fish (id bigint NOT NULL, name text)")
          .shows("ALTER TABLE fish INHERIT animals")
          .end(),
      row("no-inherit", DisinheritFrom.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .locks(ACCESS_SHARE, OLD_PARENT)
          .writes(CATALOG)
          .given(ANIMALS)
          .shows("ALTER TABLE birds NO INHERIT animals")
          .end(),
      row("of-type", OfType.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given("CREATE TYPE pair AS (a int, b text)", "CREATE TABLE pairs (a int, b text)")
          .shows("ALTER TABLE pairs OF pair")
          .end(),
      row("not-of-type", NotOfType.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given("CREATE TYPE pair AS (a int, b text)", "CREATE TABLE pairs OF pair")
          .shows("ALTER TABLE pairs NOT OF")
          .end(),
      row("change-owner", ChangeOwner.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("ALTER TABLE orders OWNER TO pg_monitor")
          .end(),
      row("replica-identity", SetReplicaIdentity.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders REPLICA IDENTITY FULL",
              "ALTER TABLE orders REPLICA IDENTITY NOTHING",
              "ALTER TABLE orders REPLICA IDENTITY USING INDEX orders_pkey")
          .end(),
      row("rename-column", RenameColumn.class)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "ALTER TABLE orders RENAME COLUMN note TO remark",
              "ALTER TABLE orders RENAME note TO \"Remark\"")
          .given(EVENTS)
          .shows("ALTER TABLE events RENAME COLUMN note TO remark")
          .given(ANIMALS)
          .shows("ALTER TABLE animals RENAME name TO title")
          .given(ORDERS)
          .and(
              "CREATE VIEW notes AS SELECT note FROM orders",
              "CREATE MATERIALIZED VIEW kept AS SELECT note FROM orders")
          .shows(
              "ALTER VIEW notes RENAME COLUMN note TO remark",
              "ALTER MATERIALIZED VIEW kept RENAME COLUMN note TO remark")
          .end(),
      row("rename-relation", RenameRelation.class)
          .unless(IS_INDEX)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("ALTER TABLE orders RENAME TO purchases")
          .given(EVENTS)
          .shows("ALTER TABLE events RENAME TO happenings")
          .given(QUOTED)
          .shows("ALTER TABLE \"Shop\".\"Order Lines\" RENAME TO lines")
          .given(ORDERS)
          .and("CREATE VIEW notes AS SELECT note FROM orders", "CREATE SEQUENCE numbers")
          .shows(
              "ALTER VIEW notes RENAME TO remarks",
              "ALTER SEQUENCE numbers RENAME TO digits",
              "ALTER TABLE notes RENAME TO remarks",
              "ALTER TABLE orders_pkey RENAME TO orders_key")
          .end(),
      row("rename-index", RenameRelation.class)
          .when(IS_INDEX)
          .locks(SHARE_UPDATE_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "ALTER INDEX orders_pkey RENAME TO orders_key",
              "ALTER INDEX IF EXISTS public.orders_pkey RENAME TO k")
          .end(),
      row("rename-constraint", RenameConstraint.class)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .writes(CATALOG)
          .given(ORDERS)
          .and("ALTER TABLE orders ADD CONSTRAINT positive CHECK (total >= 0)")
          .shows(
              "ALTER TABLE orders RENAME CONSTRAINT positive TO not_negative",
              "ALTER TABLE orders RENAME CONSTRAINT orders_pkey TO orders_key")
          .end(),
      row("move-to-schema", MoveToSchema.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and(
              "CREATE SCHEMA archive",
              "CREATE VIEW notes AS SELECT note FROM orders",
              "CREATE SEQUENCE numbers")
          .shows(
              "ALTER TABLE orders SET SCHEMA archive",
              "ALTER VIEW notes SET SCHEMA archive",
              "ALTER SEQUENCE numbers SET SCHEMA archive")
          .end(),
      row("depends-on-extension", DependsOnExtension.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .shows("ALTER INDEX orders_pkey DEPENDS ON EXTENSION plpgsql")
          .end(),
      row("unread-action", UnreadAction.class)
          .locks(ACCESS_EXCLUSIVE, TREE)
          .unsure(
              "statement",
              TARGET,
              "an action is not understood; fails with 42601 if PostgreSQL does not either")
          .given(ORDERS)
          .shows("ALTER TABLE orders ALTER COLUMN note FROBNICATE")
          .end());
}
