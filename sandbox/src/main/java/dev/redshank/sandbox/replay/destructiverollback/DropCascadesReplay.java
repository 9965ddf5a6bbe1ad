package dev.redshank.sandbox.replay.destructiverollback;

import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** CASCADE drops what nobody named, and only tells of it afterwards. */
final class DropCascadesReplay implements Replay {
  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE customers (id bigint PRIMARY KEY, name text)",
        "CREATE TABLE orders (id bigint, customer_id bigint REFERENCES customers)",
        "CREATE VIEW names AS SELECT name FROM customers",
        "CREATE VIEW upper_names AS SELECT upper(name) FROM names");
    stage
        .danger(
            "BEGIN",
            "DROP VIEW names CASCADE",
            "CREATE VIEW names AS SELECT name FROM customers",
            "COMMIT")
        .succeeds()
        .says("drop cascades to view upper_names")
        .accepts("SELECT * FROM names")
        .refuses("SELECT * FROM upper_names", "42P01");
    stage
        .remedy(
            "BEGIN",
            "DROP VIEW upper_names",
            "DROP VIEW names",
            "CREATE VIEW names AS SELECT name FROM customers",
            "CREATE VIEW upper_names AS SELECT upper(name) FROM names",
            "COMMIT")
        .succeeds()
        .accepts("SELECT * FROM names")
        .accepts("SELECT * FROM upper_names");
    stage.also("without CASCADE it is refused", "DROP VIEW names").failsWith("2BP01");
    stage
        .also("foreign keys go as well", "DROP TABLE customers CASCADE")
        .succeeds()
        .accepts("INSERT INTO orders VALUES (1, 42)");
  }
}
