package dev.redshank.sandbox.replay.hiddenrewrite;

import dev.redshank.core.impact.WalVolume;
import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** Another form on disk writes the table anew; a new column beside the old one does not. */
final class ColumnTypeRewriteReplay implements Replay {
  private static final String ALTER = "ALTER TABLE orders ALTER COLUMN ";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders (id int PRIMARY KEY, code varchar(20), placed timestamp)",
        "INSERT INTO orders SELECT g, 'code', '2025-05-05' FROM generate_series(1, 1000) g",
        "CREATE FUNCTION same() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.id_new := NEW.id; RETURN NEW; END'");
    stage
        .danger(ALTER + "id TYPE bigint")
        .succeeds()
        .rewrites("orders")
        .builds("orders_pkey")
        .holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "orders")
        .logs(WalVolume.TABLE);
    stage
        .remedy(
            "ALTER TABLE orders ADD COLUMN id_new bigint",
            "CREATE TRIGGER same BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION same()",
            "UPDATE orders SET id_new = id WHERE id_new IS NULL AND id <= 500",
            "UPDATE orders SET id_new = id WHERE id_new IS NULL AND id > 500")
        .succeeds()
        .keepsFileOf("orders")
        .doesNotWorkUnder(LockMode.ACCESS_EXCLUSIVE, "orders")
        .accepts("INSERT INTO orders VALUES (0)")
        .returns("SELECT count(id_new) FROM orders", "1001");
    stage
        .also("a longer varchar keeps its form", ALTER + "code TYPE varchar(40)")
        .succeeds()
        .keepsFileOf("orders")
        .doesNotScan("orders");
    stage
        .also("time zones are added as they are at UTC", "SET TimeZone = 'UTC'", toTimestamptz())
        .succeeds()
        .keepsFileOf("orders");
    stage
        .also("elsewhere they are computed", "SET TimeZone = 'Europe/Berlin'", toTimestamptz())
        .succeeds()
        .rewrites("orders");
  }

  private static String toTimestamptz() {
    return ALTER + "placed TYPE timestamptz";
  }
}
