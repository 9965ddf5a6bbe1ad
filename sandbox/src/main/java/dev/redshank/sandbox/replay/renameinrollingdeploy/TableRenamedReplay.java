package dev.redshank.sandbox.replay.renameinrollingdeploy;

import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/** Instances that were started before go on asking for the old name; a view answers to it. */
final class TableRenamedReplay implements Replay {
  private static final String RENAME = "ALTER TABLE reviews RENAME TO ratings";
  private static final String LOOK = "SELECT stars FROM reviews WHERE id = 1";
  private static final String WRITE = "UPDATE reviews SET stars = 5 WHERE id = 1";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE reviews AS SELECT g AS id, 1 AS stars FROM generate_series(1, 100) g");
    Act danger = stage.danger();
    Session application = danger.application("old application").runs(LOOK, WRITE);
    danger.then(RENAME).succeeds();
    application.tries(LOOK).failsWith("42P01");
    application.tries(WRITE).failsWith("42P01");
    Act remedy = stage.remedy();
    Session old = remedy.application("old application").runs(LOOK, WRITE);
    remedy
        .then("BEGIN", RENAME, "CREATE VIEW reviews AS SELECT * FROM ratings", "COMMIT")
        .succeeds();
    old.tries(LOOK).succeeds();
    old.tries(WRITE).succeeds();
    remedy.returns("SELECT stars FROM ratings WHERE id = 1", "5");
  }
}
