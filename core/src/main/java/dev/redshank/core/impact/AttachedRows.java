package dev.redshank.core.impact;

import static dev.redshank.core.impact.ImpactRow.row;
import static dev.redshank.core.impact.Relations.TARGET;
import static dev.redshank.core.impact.Setups.CUSTOMERS;
import static dev.redshank.core.impact.Setups.EVENTS;
import static dev.redshank.core.impact.Setups.ORDERS;
import static dev.redshank.core.impact.WalVolume.CATALOG;
import static dev.redshank.core.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.ACCESS_SHARE;
import static dev.redshank.core.postgres.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.redshank.core.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.redshank.core.schema.Trigger;
import dev.redshank.core.statement.AlterPolicy;
import dev.redshank.core.statement.CommentOn;
import dev.redshank.core.statement.CreatePolicy;
import dev.redshank.core.statement.CreateRule;
import dev.redshank.core.statement.CreateTrigger;
import dev.redshank.core.statement.DropFromTable;
import dev.redshank.core.statement.MoveObject;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.RenameObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happens when a trigger, policy, rule or comment comes to a table, changes or goes. */
final class AttachedRows {
  private AttachedRows() {}

  private static final String FUNCTION =
      "CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$";

  private static final String TRIGGER =
      "CREATE TRIGGER audit AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION audit()";

  private static Fact<DropFromTable> dropped(ObjectKind kind) {
    return new Fact<>("of a " + kind.words(), scene -> scene.part().target() == kind);
  }

  private static final Fact<RenameObject> MEMBER_OF_TABLE = new Fact<>(
      "of a trigger, rule or policy",
      scene -> scene.part().target() == ObjectKind.TRIGGER
          || scene.part().target() == ObjectKind.RULE
          || scene.part().target() == ObjectKind.POLICY);

  private static final Set<ObjectKind> RELATIONS = Set.of(
      ObjectKind.TABLE,
      ObjectKind.FOREIGN_TABLE,
      ObjectKind.INDEX,
      ObjectKind.VIEW,
      ObjectKind.MATERIALIZED_VIEW,
      ObjectKind.SEQUENCE,
      ObjectKind.COLUMN);

  static final List<ImpactRow<?>> ROWS = List.of(
      row("create-trigger", CreateTrigger.class)
          .locks(SHARE_ROW_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and(FUNCTION)
          .shows(
              TRIGGER,
              "CREATE OR REPLACE TRIGGER audit AFTER INSERT ON orders EXECUTE FUNCTION audit()",
              "CREATE CONSTRAINT TRIGGER audit AFTER INSERT ON public.orders DEFERRABLE FOR EACH ROW EXECUTE FUNCTION audit()")
          .end(),
      row("create-row-trigger-on-partitions", CreateTrigger.class)
          .when("FOR EACH ROW", scene -> scene.part().forEachRow())
          .locks(
              SHARE_ROW_EXCLUSIVE,
              new Which<>("its partitions", scene -> Constraints.partitions(scene, scene.target())))
          .given(EVENTS)
          .and(FUNCTION)
          .shows(
              "CREATE TRIGGER audit AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION audit()")
          .end(),
      row("create-constraint-trigger-from", CreateTrigger.class)
          .when("FROM another table", scene -> scene.part().referenced().isPresent())
          .locks(
              ACCESS_SHARE,
              new Which<>(
                  "the other table",
                  scene -> scene
                      .part()
                      .referenced()
                      .map(scene::resolve)
                      .map(List::of)
                      .orElse(List.of())))
          .given(Setups.all(CUSTOMERS, ORDERS))
          .and(FUNCTION)
          .shows(
              "CREATE CONSTRAINT TRIGGER audit AFTER INSERT ON orders FROM customers DEFERRABLE FOR EACH ROW EXECUTE FUNCTION audit()")
          .end(),
      row("drop-trigger", DropFromTable.class)
          .when(dropped(ObjectKind.TRIGGER))
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and(FUNCTION, TRIGGER)
          .shows(
              "DROP TRIGGER audit ON orders",
              "DROP TRIGGER IF EXISTS audit ON public.orders CASCADE")
          .end(),
      row("drop-row-trigger-of-partitions", DropFromTable.class)
          .when(dropped(ObjectKind.TRIGGER))
          .when(
              "it fires for each row",
              scene -> scene
                  .relation()
                  .flatMap(table -> Optional.ofNullable(
                      table.triggers().get(scene.part().name().name())))
                  .map(Trigger::forEachRow)
                  .orElse(true))
          .locks(
              ACCESS_EXCLUSIVE,
              new Which<>("its partitions", scene -> scene.withPartitions(scene.target())))
          .given(EVENTS)
          .and(
              FUNCTION,
              "CREATE TRIGGER audit AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION audit()")
          .shows("DROP TRIGGER audit ON events")
          .end(),
      row("drop-rule", DropFromTable.class)
          .when(dropped(ObjectKind.RULE))
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and("CREATE RULE quiet AS ON DELETE TO orders DO INSTEAD NOTHING")
          .shows("DROP RULE quiet ON orders")
          .end(),
      row("drop-policy", DropFromTable.class)
          .when(dropped(ObjectKind.POLICY))
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and("CREATE POLICY own ON orders USING (id > 0)")
          .shows("DROP POLICY own ON orders")
          .end(),
      row("create-policy", CreatePolicy.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "CREATE POLICY own ON orders USING (id > 0)",
              "CREATE POLICY own ON public.orders FOR SELECT TO PUBLIC USING (true)")
          .end(),
      row("alter-policy", AlterPolicy.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and("CREATE POLICY own ON orders USING (id > 0)")
          .shows("ALTER POLICY own ON orders USING (id > 1)")
          .end(),
      row("create-rule", CreateRule.class)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .shows(
              "CREATE RULE quiet AS ON DELETE TO orders DO INSTEAD NOTHING",
              "CREATE OR REPLACE RULE quiet AS ON UPDATE TO orders DO INSTEAD NOTHING")
          .end(),
      row("rename-trigger-rule-policy", RenameObject.class)
          .when(MEMBER_OF_TABLE)
          .locks(ACCESS_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and(
              FUNCTION,
              TRIGGER,
              "CREATE RULE quiet AS ON DELETE TO orders DO INSTEAD NOTHING",
              "CREATE POLICY own ON orders USING (id > 0)")
          .shows(
              "ALTER TRIGGER audit ON orders RENAME TO spy",
              "ALTER RULE quiet ON orders RENAME TO silent",
              "ALTER POLICY own ON orders RENAME TO mine")
          .end(),
      row("rename-other", RenameObject.class)
          .unless(MEMBER_OF_TABLE)
          .writes(CATALOG)
          .given("CREATE TYPE mood AS ENUM ('calm')", "CREATE SCHEMA spare", FUNCTION)
          .shows(
              "ALTER TYPE mood RENAME TO moods",
              "ALTER SCHEMA spare RENAME TO other",
              "ALTER FUNCTION audit() RENAME TO spy")
          .end(),
      row("move-other", MoveObject.class)
          .writes(CATALOG)
          .given("CREATE TYPE mood AS ENUM ('calm')", "CREATE SCHEMA spare", FUNCTION)
          .shows("ALTER TYPE mood SET SCHEMA spare", "ALTER FUNCTION audit() SET SCHEMA spare")
          .end(),
      row("comment-on-relation", CommentOn.class)
          .when(
              "on a relation or column",
              scene -> RELATIONS.contains(scene.part().target()))
          .locks(SHARE_UPDATE_EXCLUSIVE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and("CREATE VIEW notes AS SELECT note FROM orders")
          .shows(
              "COMMENT ON TABLE orders IS 'what is bought'",
              "COMMENT ON COLUMN orders.note IS 'free text'",
              "COMMENT ON COLUMN public.orders.note IS NULL",
              "COMMENT ON VIEW notes IS 'x'",
              "COMMENT ON INDEX orders_pkey IS 'x'")
          .end(),
      row("comment-on-member", CommentOn.class)
          .when(
              "on a constraint, trigger, rule or policy of a table",
              scene -> scene.part().member().isPresent()
                  && !RELATIONS.contains(scene.part().target()))
          .locks(ACCESS_SHARE, TARGET)
          .writes(CATALOG)
          .given(ORDERS)
          .and(FUNCTION, TRIGGER, "CREATE POLICY own ON orders USING (id > 0)")
          .shows(
              "COMMENT ON CONSTRAINT orders_pkey ON orders IS 'x'",
              "COMMENT ON TRIGGER audit ON orders IS 'x'",
              "COMMENT ON POLICY own ON orders IS 'x'")
          .end(),
      row("comment-on-other", CommentOn.class)
          .when(
              "on what is no relation",
              scene -> scene.part().member().isEmpty()
                  && !RELATIONS.contains(scene.part().target()))
          .writes(CATALOG)
          .given(FUNCTION, "CREATE SCHEMA spare")
          .shows("COMMENT ON FUNCTION audit() IS 'x'", "COMMENT ON SCHEMA spare IS 'x'")
          .end());
}
