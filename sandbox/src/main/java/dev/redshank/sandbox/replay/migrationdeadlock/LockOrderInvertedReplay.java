package dev.redshank.sandbox.replay.migrationdeadlock;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/** Whichever order an application keeps to, one of two transactions that lock in opposite order goes against it. */
final class LockOrderInvertedReplay implements Replay {
  private static final String WRITE = "INSERT INTO %s VALUES (1)";
  private static final String CUSTOMERS = "ALTER TABLE customers ADD COLUMN phone text";
  private static final String ORDERS = "ALTER TABLE orders ADD COLUMN note text";
  private static final String LATER_ORDERS = "ALTER TABLE orders ALTER COLUMN note SET DEFAULT ''";
  private static final String LATER_CUSTOMERS =
      "ALTER TABLE customers ALTER COLUMN phone SET DEFAULT ''";
  private static final String LOCK = "LOCK TABLE customers, orders IN ACCESS EXCLUSIVE MODE";

  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE customers (id bigint)", "CREATE TABLE orders (id bigint)");
    Act danger = stage.danger(Shop.PATIENCE, "BEGIN", CUSTOMERS, ORDERS, "COMMIT");
    Session shop = Shop.has(danger, WRITE.formatted("customers"));
    danger.then("BEGIN", LATER_ORDERS).holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "orders");
    Shop.deadlocks(shop, danger, LATER_CUSTOMERS, WRITE.formatted("orders"));
    danger.then("COMMIT").succeeds();
    Act remedy = stage.remedy(Shop.PATIENCE, "BEGIN", LOCK, CUSTOMERS, ORDERS, "COMMIT");
    Session guest = Shop.has(remedy, WRITE.formatted("customers"));
    remedy.then("BEGIN");
    Shop.goesOn(guest, remedy, LOCK, WRITE.formatted("orders"));
    remedy.then(LATER_ORDERS, LATER_CUSTOMERS, "COMMIT").succeeds();
  }
}
