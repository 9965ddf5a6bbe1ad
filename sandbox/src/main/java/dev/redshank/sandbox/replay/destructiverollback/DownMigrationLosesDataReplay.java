package dev.redshank.sandbox.replay.destructiverollback;

import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** A rollback restores the shape of a table and not what was in it. */
final class DownMigrationLosesDataReplay implements Replay {
  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE customers (id bigint PRIMARY KEY, fax text)",
        "INSERT INTO customers SELECT g, 'fax' FROM generate_series(1, 1000) g",
        "ALTER TABLE customers ADD COLUMN phone text NOT NULL DEFAULT ''");
    stage
        .danger()
        .accepts("UPDATE customers SET phone = '1'")
        .then("ALTER TABLE customers DROP COLUMN phone, DROP COLUMN fax")
        .succeeds()
        .then("ALTER TABLE customers ADD COLUMN phone text, ADD COLUMN fax text")
        .succeeds()
        .returns("SELECT count(phone) FROM customers", "0")
        .returns("SELECT count(fax) FROM customers", "0");
    stage
        .remedy()
        .accepts("UPDATE customers SET phone = '1'")
        .then("ALTER TABLE customers ALTER COLUMN phone DROP NOT NULL")
        .succeeds()
        .returns("SELECT count(phone) FROM customers", "1000")
        .returns("SELECT count(fax) FROM customers", "1000")
        .accepts("INSERT INTO customers (id, fax) VALUES (0, '')");
  }
}
