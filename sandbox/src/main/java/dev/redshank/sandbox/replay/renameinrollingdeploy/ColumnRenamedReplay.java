package dev.redshank.sandbox.replay.renameinrollingdeploy;

import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/** Instances that were started before go on asking for the old name. */
final class ColumnRenamedReplay implements Replay {
  private static final String LOOK = "SELECT phone FROM customers WHERE id = 1";
  private static final String WRITE = "UPDATE customers SET phone = '1' WHERE id = 1";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE customers AS SELECT g AS id, '' AS phone FROM generate_series(1, 100) g",
        "CREATE VIEW phones AS SELECT id, phone FROM customers");
    Act danger = stage.danger();
    Session application = danger.application("old application").runs(LOOK, WRITE);
    danger.then("ALTER TABLE customers RENAME COLUMN phone TO phone_number").succeeds();
    application.tries(LOOK).failsWith("42703");
    application.tries(WRITE).failsWith("42703");
    danger.accepts("SELECT phone FROM phones");
    Act remedy = stage.remedy();
    Session old = remedy.application("old application").runs(LOOK, WRITE);
    remedy.then("ALTER TABLE customers ADD COLUMN phone_number text").succeeds();
    old.tries(LOOK).succeeds();
    old.tries(WRITE).succeeds();
    remedy.accepts("SELECT phone_number FROM customers");
  }
}
