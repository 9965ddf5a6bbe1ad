package dev.redshank.sandbox.replay.hiddenrewrite;

import dev.redshank.core.impact.WalVolume;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** Columns that differ from row to row write the table anew; filled step by step they do not. */
final class ColumnAddedWithRewriteReplay implements Replay {
  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders (id bigint PRIMARY KEY, net int)",
        "INSERT INTO orders SELECT g, g FROM generate_series(1, 1000) g",
        "CREATE DOMAIN percent AS int CHECK (VALUE BETWEEN 0 AND 100)");
    stage
        .danger("ALTER TABLE orders ADD COLUMN number bigserial")
        .succeeds()
        .rewrites("orders")
        .builds("orders_pkey")
        .holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "orders")
        .logs(WalVolume.TABLE);
    stage
        .remedy(
            "CREATE SEQUENCE numbers",
            "ALTER TABLE orders ADD COLUMN number bigint",
            "ALTER TABLE orders ALTER COLUMN number SET DEFAULT nextval('numbers')",
            "UPDATE orders SET number = nextval('numbers') WHERE number IS NULL AND id <= 500",
            "UPDATE orders SET number = nextval('numbers') WHERE number IS NULL AND id > 500")
        .succeeds()
        .keepsFileOf("orders")
        .doesNotWorkUnder(LockMode.ACCESS_EXCLUSIVE, "orders")
        .accepts("INSERT INTO orders (id) VALUES (0)")
        .returns("SELECT count(DISTINCT number) FROM orders", "1001");
    rewrites(stage, "an identity", "number bigint GENERATED ALWAYS AS IDENTITY");
    rewrites(stage, "a stored generated column", "gross int GENERATED ALWAYS AS (net * 2) STORED");
    rewrites(stage, "a domain with a constraint, though it is NULL", "discount percent");
    if (stage.atLeast(18)) {
      stage
          .also(
              "a virtual generated column is computed when it is read",
              "ALTER TABLE orders ADD COLUMN gross int GENERATED ALWAYS AS (net * 2) VIRTUAL")
          .succeeds()
          .keepsFileOf("orders");
    }
  }

  private static void rewrites(Stage stage, String title, String column) {
    stage.also(title, "ALTER TABLE orders ADD COLUMN " + column).succeeds().rewrites("orders");
  }
}
