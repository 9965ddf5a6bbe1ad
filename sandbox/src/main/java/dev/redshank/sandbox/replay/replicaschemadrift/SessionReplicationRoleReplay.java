package dev.redshank.sandbox.replay.replicaschemadrift;

import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** As a replica a session checks no foreign key, and nobody finds out. */
final class SessionReplicationRoleReplay implements Replay {
  private static final String CHILD = "INSERT INTO orders VALUES (1, 42)";
  private static final String ORPHANS = "SELECT count(*) FROM orphans";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE customers (id bigint PRIMARY KEY)",
        "CREATE TABLE orders (id bigint, customer_id bigint CONSTRAINT bought REFERENCES customers DEFERRABLE)",
        "CREATE VIEW orphans AS SELECT * FROM orders WHERE customer_id NOT IN (SELECT id FROM customers)");
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
        .returns(ORPHANS, "0");
    stage
        .also("without a parent it fails", "BEGIN", "SET CONSTRAINTS ALL DEFERRED", CHILD, "COMMIT")
        .failsWith("23503");
  }
}
