package dev.redshank.sandbox.replay.destructiverollback;

import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/** Whoever still names a dropped column fails, and adding it again brings no value back. */
final class ColumnDroppedReplay implements Replay {
  private static final String LOOK = "SELECT fax FROM customers WHERE id = 1";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE customers (id bigint PRIMARY KEY, fax text NOT NULL)",
        "INSERT INTO customers SELECT g, 'fax' FROM generate_series(1, 1000) g");
    Act danger = stage.danger();
    Session application = danger.application("old application").runs(LOOK);
    danger.then("ALTER TABLE customers DROP COLUMN fax").succeeds().keepsFileOf("customers");
    application.tries(LOOK).failsWith("42703");
    danger
        .then("ALTER TABLE customers ADD COLUMN fax text")
        .succeeds()
        .returns("SELECT count(fax) FROM customers", "0");
    stage
        .remedy("ALTER TABLE customers ALTER COLUMN fax DROP NOT NULL")
        .succeeds()
        .accepts(LOOK)
        .accepts("INSERT INTO customers (id) VALUES (0)")
        .returns("SELECT count(fax) FROM customers", "1000");
  }
}
