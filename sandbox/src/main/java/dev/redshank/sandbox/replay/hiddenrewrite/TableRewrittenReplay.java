package dev.redshank.sandbox.replay.hiddenrewrite;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** VACUUM FULL writes a table anew and lets nobody read; VACUUM lets its space be used again. */
final class TableRewrittenReplay implements Replay {
  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders (id bigint PRIMARY KEY, note text)",
        "INSERT INTO orders SELECT g FROM generate_series(1, 1000) g",
        "DELETE FROM orders WHERE id % 2 = 0");
    stage
        .danger("VACUUM (FULL, ANALYZE) orders")
        .succeeds()
        .rewrites("orders")
        .builds("orders_pkey")
        .holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "orders");
    stage
        .remedy("VACUUM (ANALYZE) orders", "REINDEX TABLE CONCURRENTLY orders")
        .succeeds()
        .keepsFileOf("orders")
        .builds("orders_pkey")
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "orders");
    stage
        .also("CLUSTER does the same", "CLUSTER orders USING orders_pkey")
        .succeeds()
        .rewrites("orders")
        .holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "orders");
  }
}
