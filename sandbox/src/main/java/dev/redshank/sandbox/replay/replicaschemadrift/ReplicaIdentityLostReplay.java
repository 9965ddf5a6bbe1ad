package dev.redshank.sandbox.replay.replicaschemadrift;

import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** Nothing says which row changed: the publisher refuses to change any. */
final class ReplicaIdentityLostReplay implements Replay {
  private static final String WRITE = "UPDATE orders SET number = 'x' WHERE id = 1";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders (id bigint PRIMARY KEY, number text)",
        "INSERT INTO orders VALUES (1)",
        "CREATE PUBLICATION warehouse FOR TABLE orders");
    String noKey = "ALTER TABLE orders DROP CONSTRAINT orders_pkey";
    stage
        .danger(noKey)
        .succeeds()
        .accepts("INSERT INTO orders VALUES (2)")
        .refuses(WRITE, "55000")
        .refuses("DELETE FROM orders", "55000");
    stage
        .remedy("BEGIN", "ALTER TABLE orders REPLICA IDENTITY FULL", noKey, "COMMIT")
        .succeeds()
        .accepts(WRITE)
        .accepts("DELETE FROM orders");
  }
}
