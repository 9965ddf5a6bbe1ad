package dev.redshank.sandbox.replay.destructiverollback;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** CASCADE empties every table that refers to the one that is named, and all that refer to those. */
final class TruncateCascadesReplay implements Replay {
  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE customers (id bigint PRIMARY KEY)",
        "CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers)",
        "CREATE TABLE parcels (id bigint PRIMARY KEY, order_id bigint REFERENCES orders)",
        "INSERT INTO customers SELECT g FROM generate_series(1, 100) g",
        "INSERT INTO orders SELECT g, g FROM generate_series(1, 100) g",
        "INSERT INTO parcels SELECT g, g FROM generate_series(1, 100) g");
    stage
        .danger("TRUNCATE customers CASCADE")
        .succeeds()
        .says("truncate cascades to table \"parcels\"")
        .holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "parcels")
        .returns("SELECT count(*) FROM parcels", "0");
    stage
        .remedy("TRUNCATE customers")
        .failsWith("0A000")
        .returns("SELECT count(*) FROM parcels", "100")
        .then("TRUNCATE customers, orders, parcels")
        .succeeds()
        .doesNotSay("truncate cascades");
  }
}
