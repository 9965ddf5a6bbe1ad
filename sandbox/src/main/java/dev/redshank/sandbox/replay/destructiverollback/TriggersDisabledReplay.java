package dev.redshank.sandbox.replay.destructiverollback;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** Disabled triggers fire for nobody, not even those that check foreign keys. */
final class TriggersDisabledReplay implements Replay {
  private static final String ORPHAN = "INSERT INTO orders VALUES (0, 42)";

  private static final String ORPHANS = "SELECT count(*) FROM orphans";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE customers (id bigint PRIMARY KEY)",
        "CREATE TABLE orders (id bigint, customer_id bigint REFERENCES customers)",
        "INSERT INTO customers VALUES (1)",
        "INSERT INTO orders SELECT g FROM generate_series(1, 1000) g",
        "CREATE VIEW orphans AS SELECT * FROM orders WHERE customer_id NOT IN (SELECT id FROM customers)",
        "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "CREATE TRIGGER audit BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch()");
    stage
        .danger("ALTER TABLE orders DISABLE TRIGGER ALL")
        .succeeds()
        .accepts(ORPHAN)
        .then("ALTER TABLE orders ENABLE TRIGGER ALL")
        .succeeds()
        .returns(ORPHANS, "1")
        .returns("SELECT convalidated FROM pg_constraint WHERE contype = 'f'", "t");
    stage
        .remedy(
            "BEGIN",
            "ALTER TABLE orders DISABLE TRIGGER audit",
            "UPDATE orders SET customer_id = NULL WHERE id = 1")
        .holdsAtLeast(LockMode.SHARE_ROW_EXCLUSIVE, "orders")
        .then("ALTER TABLE orders ENABLE TRIGGER audit", "COMMIT")
        .succeeds()
        .refuses(ORPHAN, "23503")
        .returns(ORPHANS, "0");
  }
}
