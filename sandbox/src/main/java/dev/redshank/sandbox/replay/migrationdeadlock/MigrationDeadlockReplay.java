package dev.redshank.sandbox.replay.migrationdeadlock;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Background;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Running;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/**
 * Two migrations lock the same tables in opposite order, and PostgreSQL ends one of them. One runner at
 * a time and one table in each transaction let both pass.
 */
final class MigrationDeadlockReplay implements Replay {
  /** Who waits last and looks soon is the one who is ended: it is the same one every time. */
  private static final String LOOKS_SOON = "SET deadlock_timeout = '50ms'";

  private static final String LOOKS_LATE = "SET deadlock_timeout = '1min'";

  private static final String TRY_LOCK = "SELECT pg_try_advisory_lock(4711)";
  private static final String UNLOCK = "SELECT pg_advisory_unlock(4711)";

  /** How many of the four columns there are. */
  private static final String COLUMNS =
      "SELECT count(*) FROM pg_attribute WHERE attname IN ('risk', 'tier')";

  private static final String JOIN =
      "SELECT amount FROM customers c JOIN orders o ON o.customer = c.id WHERE c.id = 1";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE customers AS SELECT g AS id FROM generate_series(1, 1000) g",
        "CREATE TABLE orders AS"
            + " SELECT g AS id, g AS customer, g AS amount FROM generate_series(1, 1000) g");
    danger(stage.danger());
    remedy(stage.remedy());
    join(stage.also("an advisory lock and one order for all migrations do not help against joins"));
    wait(stage.also("a runner that waits in pg_advisory_lock() breaks the other's index build"));
  }

  private static void danger(Act act) {
    Background background =
        act.background().loop("reader", 5, "SELECT amount FROM orders WHERE id = 1");
    Session other = act.session("other migration")
        .runs(LOOKS_SOON, "BEGIN", "ALTER TABLE customers ADD COLUMN tier int");
    act.then(LOOKS_LATE, "BEGIN", "ALTER TABLE orders ADD COLUMN risk int");
    Running change =
        act.starts("ALTER TABLE customers ADD COLUMN risk int").waitsFor("other migration");
    background.waitsFor("reader", "migration");
    other.tries("ALTER TABLE orders ADD COLUMN tier int").failsWith("40P01");
    change.succeeds();
    act.holdsTogether(LockMode.ACCESS_EXCLUSIVE, "orders", "customers")
        .then("COMMIT")
        .returns(COLUMNS, "2");
    background.isAnswered("reader").figures("reader");
    act.figure("columns of four", COLUMNS, "");
  }

  private static void remedy(Act act) {
    Background background = act.background().loop("reader", 5, JOIN).isAnswered("reader");
    Session other = act.session("other migration");
    act.then("SET lock_timeout = '2s'", TRY_LOCK).succeeds();
    other.runs("SET lock_timeout = '2s'").returns(TRY_LOCK, "f");
    act.then("ALTER TABLE orders ADD COLUMN risk int", "ALTER TABLE customers ADD COLUMN risk int")
        .succeeds()
        .doesNotHoldTogether(LockMode.ACCESS_EXCLUSIVE, "orders", "customers")
        .then(UNLOCK)
        .succeeds();
    other
        .asksUntil(TRY_LOCK, "t")
        .runs(
            "ALTER TABLE customers ADD COLUMN tier int",
            "ALTER TABLE orders ADD COLUMN tier int",
            UNLOCK);
    act.returns(COLUMNS, "4").figure("columns of four", COLUMNS, "");
    background.isAnswered("reader").neverFails("reader").figures("reader");
  }

  /** The only migration, in the order that all keep to, meets a transaction of the application. */
  private static void join(Act act) {
    Session application = act.session("application")
        .runs(LOOKS_SOON, "BEGIN", "SELECT id FROM customers WHERE id = 1");
    act.then(TRY_LOCK, LOOKS_LATE, "BEGIN", "ALTER TABLE orders ADD COLUMN risk int");
    Running change =
        act.starts("ALTER TABLE customers ADD COLUMN risk int").waitsFor("application");
    application.tries(JOIN).failsWith("40P01");
    change.succeeds();
    act.holdsTogether(LockMode.ACCESS_EXCLUSIVE, "orders", "customers");
  }

  /** A statement that waits has a snapshot, and the build waits until all old snapshots are gone. */
  private static void wait(Act act) {
    Session other = act.session("other migration").runs(LOOKS_LATE);
    act.then(TRY_LOCK).succeeds();
    other.starts("SELECT pg_advisory_lock(4711)").waitsFor("migration");
    act.then(LOOKS_SOON, "CREATE INDEX CONCURRENTLY by_customer ON orders (customer)")
        .failsWith("40P01")
        .leavesInvalid("by_customer");
  }
}
