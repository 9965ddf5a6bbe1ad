package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** A new table's foreign key locks the other table until the transaction ends, rows and all. */
final class ForeignKeyInNewTableLocksReferencedReplay implements Replay {
  private static final String FILL = "INSERT INTO invoices SELECT id, id FROM orders";
  private static final String WRITE = "UPDATE orders SET id = id WHERE id = 1";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders (id bigint PRIMARY KEY)",
        "INSERT INTO orders SELECT generate_series(1, 1000)");
    stage
        .danger(
            "BEGIN",
            "CREATE TABLE invoices (id bigint PRIMARY KEY, order_id bigint REFERENCES orders (id))",
            FILL)
        .holdsAtLeast(LockMode.SHARE_ROW_EXCLUSIVE, "orders")
        .worksUnder(LockMode.SHARE_ROW_EXCLUSIVE, "orders")
        .refuses(WRITE, "55P03")
        .then("COMMIT")
        .succeeds();
    stage
        .remedy("BEGIN", "CREATE TABLE invoices (id bigint PRIMARY KEY, order_id bigint)", FILL)
        .holdsAtMost(LockMode.ACCESS_SHARE, "orders")
        .accepts(WRITE)
        .then("COMMIT")
        .then("ALTER TABLE invoices ADD FOREIGN KEY (order_id) REFERENCES orders (id) NOT VALID")
        .succeeds()
        .doesNotWorkUnder(LockMode.SHARE_ROW_EXCLUSIVE, "orders");
  }
}
