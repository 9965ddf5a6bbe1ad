package dev.redshank.sandbox.replay.hiddenrewrite;

import dev.redshank.core.impact.WalVolume;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** A volatile default gives the table a new file; adding the default afterwards keeps the old one. */
final class VolatileDefaultRewriteReplay implements Replay {
  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id");
    stage
        .danger("ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid()")
        .succeeds()
        .rewrites("orders")
        .holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "orders")
        .logs(WalVolume.TABLE)
        .says("rewriting table \"orders\"");
    stage
        .remedy(
            "ALTER TABLE orders ADD COLUMN token uuid",
            "ALTER TABLE orders ALTER COLUMN token SET DEFAULT gen_random_uuid()")
        .succeeds()
        .keepsFileOf("orders")
        .doesNotScan("orders")
        .then("INSERT INTO orders (id) VALUES (0)")
        .returns("SELECT count(token) FROM orders", "1");
    stage
        .also(
            "now() is the same for every row",
            "ALTER TABLE orders ADD COLUMN seen timestamptz NOT NULL DEFAULT now()")
        .succeeds()
        .keepsFileOf("orders")
        .returns("SELECT count(DISTINCT seen) FROM orders", "1");
  }
}
