package dev.redshank.sandbox.replay.migrationdeadlock;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/** Dropping a table locks those that it refers to, which is half a deadlock; without its foreign keys it does not. */
final class DropLocksReferencedTablesReplay implements Replay {
  private static final String WRITE = "UPDATE customers SET id = id WHERE id = 1";
  private static final String READ = "SELECT count(*) FROM coupons";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE customers (id bigint PRIMARY KEY)",
        "INSERT INTO customers VALUES (1)",
        "CREATE TABLE coupons (customer_id bigint CONSTRAINT owner REFERENCES customers)");
    Act danger = stage.danger(Shop.PATIENCE);
    Shop.deadlocks(Shop.has(danger, WRITE), danger, "DROP TABLE coupons", READ);
    danger.holdsTogether(LockMode.ACCESS_EXCLUSIVE, "coupons", "customers");
    Act remedy = stage.remedy("SET lock_timeout = '50ms'");
    Session shop = Shop.has(remedy, WRITE);
    String noKey = "ALTER TABLE coupons DROP CONSTRAINT owner";
    remedy.then(noKey).failsWith("55P03");
    shop.tries(READ).succeeds();
    shop.runs("COMMIT");
    remedy
        .retries(3, noKey)
        .succeeds()
        .then("DROP TABLE coupons")
        .succeeds()
        .doesNotLock("customers");
  }
}
