package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** What stands beside a new column is checked and built under the lock of ADD COLUMN. */
final class ConstraintOnAddedColumnReplay implements Replay {
  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE customers AS SELECT generate_series(1, 100) AS id",
        "ALTER TABLE customers ADD PRIMARY KEY (id)",
        "CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id");
    stage
        .danger("ALTER TABLE orders ADD COLUMN pieces int CHECK (pieces > 0)")
        .succeeds()
        .scans("orders")
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "orders");
    stage
        .remedy(
            "ALTER TABLE orders ADD COLUMN pieces int",
            "ALTER TABLE orders ADD CONSTRAINT some_pieces CHECK (pieces > 0) NOT VALID",
            "ALTER TABLE orders VALIDATE CONSTRAINT some_pieces")
        .succeeds()
        .doesNotWorkUnder(LockMode.ACCESS_EXCLUSIVE, "orders");
    stage
        .also("a key", "ALTER TABLE orders ADD COLUMN code text UNIQUE")
        .succeeds()
        .builds("orders_code_key")
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "orders");
    stage
        .also(
            "a foreign key with a default",
            "ALTER TABLE orders ADD COLUMN customer_id int DEFAULT 1 REFERENCES customers")
        .succeeds()
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "orders")
        .holdsAtLeast(LockMode.SHARE_ROW_EXCLUSIVE, "customers");
    stage
        .also(
            "a foreign key without one",
            "ALTER TABLE orders ADD COLUMN customer_id int REFERENCES customers")
        .succeeds()
        .doesNotScan("orders")
        .holdsAtLeast(LockMode.SHARE_ROW_EXCLUSIVE, "customers");
  }
}
