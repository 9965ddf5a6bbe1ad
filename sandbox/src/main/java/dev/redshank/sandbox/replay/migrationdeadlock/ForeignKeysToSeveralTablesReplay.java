package dev.redshank.sandbox.replay.migrationdeadlock;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/** Two foreign keys lock two tables, one after the other, which is half a deadlock; one at a time is none. */
final class ForeignKeysToSeveralTablesReplay implements Replay {
  private static final String FAVOURITES =
      "CREATE TABLE favourites (customer_id bigint REFERENCES customers, ";
  private static final String WISH = "UPDATE customers SET id = id WHERE id = 1";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE customers (id bigint PRIMARY KEY)",
        "CREATE TABLE products (id bigint PRIMARY KEY)",
        "INSERT INTO customers VALUES (1)",
        "INSERT INTO products VALUES (1)");
    Act danger = stage.danger(Shop.PATIENCE);
    Shop.deadlocks(
        sells(danger), danger, FAVOURITES + "product_id bigint REFERENCES products)", WISH);
    danger.holdsTogether(LockMode.SHARE_ROW_EXCLUSIVE, "customers", "products");
    Act remedy = stage.remedy(Shop.PATIENCE, FAVOURITES + "product_id bigint)");
    Shop.goesOn(
        sells(remedy),
        remedy,
        "ALTER TABLE favourites ADD FOREIGN KEY (product_id) REFERENCES products NOT VALID",
        WISH);
    remedy.doesNotLock("customers");
  }

  private static Session sells(Act act) {
    return Shop.has(act, "UPDATE products SET id = id WHERE id = 1");
  }
}
