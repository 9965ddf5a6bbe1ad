package dev.redshank.sandbox.replay.migrationdeadlock;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/** Two tables in one transaction are half a deadlock with whoever takes them the other way round. */
final class SeveralTablesLockedInTransactionReplay implements Replay {
  private static final String FIRST = "ALTER TABLE customers ADD COLUMN phone text";
  private static final String SECOND = "ALTER TABLE orders ADD COLUMN note text";

  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE customers (id bigint)", "CREATE TABLE orders (id bigint)");
    String other = "INSERT INTO orders VALUES (1)";
    String wish = "SELECT count(*) FROM customers";
    Act danger = stage.danger(Shop.PATIENCE);
    Session shop = Shop.has(danger, other);
    danger.then("BEGIN", FIRST).holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "customers");
    Shop.deadlocks(shop, danger, SECOND, wish);
    danger
        .holdsTogether(LockMode.ACCESS_EXCLUSIVE, "customers", "orders")
        .then("COMMIT")
        .succeeds();
    Act remedy = stage.remedy(Shop.PATIENCE);
    Session guest = Shop.has(remedy, other);
    remedy.then("BEGIN", FIRST, "COMMIT").succeeds();
    Shop.goesOn(guest, remedy, SECOND, wish);
    remedy.doesNotHoldTogether(LockMode.ACCESS_EXCLUSIVE, "customers", "orders");
  }
}
