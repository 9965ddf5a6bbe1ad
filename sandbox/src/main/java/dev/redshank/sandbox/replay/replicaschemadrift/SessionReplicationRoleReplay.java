package dev.redshank.sandbox.replay.replicaschemadrift;

import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** As a replica a session checks no foreign key, and nobody finds out. */
final class SessionReplicationRoleReplay implements Replay {
  private static final String CHILD = "INSERT INTO orders VALUES (1, 42)";
  private static final String ORPHANS = "SELECT count(*) FROM orders";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE customers (id bigint PRIMARY KEY)",
        "CREATE TABLE orders (id bigint, customer_id bigint CONSTRAINT bought REFERENCES customers DEFERRABLE)");
    stage
        .danger(
            "SET session_replication_role = replica",
            CHILD,
            "SET session_replication_role = DEFAULT")
        .succeeds()
        .returns(ORPHANS, "1")
        .returns("SELECT convalidated FROM pg_constraint WHERE conname = 'bought'", "t")
        .then(
            "ALTER TABLE orders DROP CONSTRAINT bought, ADD FOREIGN KEY (customer_id) REFERENCES customers")
        .failsWith("23503");
    stage
        .remedy("BEGIN", "SET CONSTRAINTS ALL DEFERRED", CHILD, "INSERT INTO customers VALUES (42)")
        .then("COMMIT")
        .succeeds()
        .returns(ORPHANS, "1")
        .then(
            "BEGIN", "SET CONSTRAINTS ALL DEFERRED", "INSERT INTO orders VALUES (2, 43)", "COMMIT")
        .failsWith("23503");
  }
}
