package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** A foreign key looks every row up while nobody can write to either table. */
final class ForeignKeyWithoutNotValidReplay implements Replay {
  private static final String ADD =
      "ALTER TABLE orders ADD CONSTRAINT bought FOREIGN KEY (customer_id) REFERENCES customers (id)";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE customers (id bigint PRIMARY KEY)",
        "INSERT INTO customers SELECT generate_series(1, 100)",
        "CREATE TABLE orders AS SELECT g AS id, 1::bigint AS customer_id FROM generate_series(1, 1000) g");
    stage
        .danger(ADD)
        .succeeds()
        .scans("orders")
        .holdsTogether(LockMode.SHARE_ROW_EXCLUSIVE, "orders", "customers")
        .worksUnder(LockMode.SHARE_ROW_EXCLUSIVE, "customers");
    stage
        .remedy(ADD + " NOT VALID")
        .succeeds()
        .doesNotScan("orders")
        .refuses("INSERT INTO orders VALUES (0, 0)", "23503")
        .then("ALTER TABLE orders VALIDATE CONSTRAINT bought")
        .succeeds()
        .scans("orders")
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "orders")
        .holdsAtMost(LockMode.ROW_SHARE, "customers");
    Act partitioned = stage.also(
        "a partitioned table",
        "CREATE TABLE events (customer_id bigint) PARTITION BY RANGE (customer_id)",
        "ALTER TABLE events ADD FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID");
    if (stage.atLeast(18)) {
      partitioned.succeeds();
    } else {
      partitioned.failsWith("42809");
    }
  }
}
