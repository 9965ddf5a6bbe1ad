package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** LOCK TABLE keeps everybody from every row; FOR UPDATE keeps them from one. */
final class ExplicitTableLockReplay implements Replay {
  private static final String OTHER_ROW = "UPDATE orders SET note = '' WHERE id = 8";

  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE orders AS SELECT g AS id, '' AS note FROM generate_series(1, 100) g");
    stage
        .danger("BEGIN", "LOCK TABLE orders IN SHARE ROW EXCLUSIVE MODE")
        .holdsAtLeast(LockMode.SHARE_ROW_EXCLUSIVE, "orders")
        .refuses(OTHER_ROW, "55P03")
        .then("UPDATE orders SET note = '' WHERE id = 7", "COMMIT")
        .succeeds();
    stage
        .remedy("BEGIN", "SELECT 1 FROM orders WHERE id = 7 FOR UPDATE")
        .holdsAtMost(LockMode.ROW_SHARE, "orders")
        .accepts(OTHER_ROW)
        .then("UPDATE orders SET note = '' WHERE id = 7", "COMMIT")
        .succeeds();
    stage.also("outside a transaction it fails", "LOCK TABLE orders").failsWith("25P01");
  }
}
