package dev.redshank.sandbox.replay.renameinrollingdeploy;

import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Running;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/** A view is missing from the commit on; replaced in one transaction it never is. */
final class ViewDroppedReplay implements Replay {
  private static final String DROP = "DROP VIEW good_reviews";
  private static final String LOOK = "SELECT id FROM good_reviews";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE reviews AS SELECT g AS id, g % 5 AS stars FROM generate_series(1, 100) g",
        "CREATE VIEW good_reviews AS SELECT id FROM reviews WHERE stars > 3");
    Act danger = stage.danger();
    Session application = danger.application("old application").runs(LOOK);
    danger.then(DROP).succeeds();
    application.tries(LOOK).failsWith("42P01");
    Act remedy = stage.remedy();
    Session old = remedy.application("old application").runs(LOOK);
    remedy.then("BEGIN", DROP);
    Running reader = old.starts(LOOK).waitsFor("migration");
    remedy
        .then("CREATE VIEW good_reviews AS SELECT id, stars FROM reviews WHERE stars > 3", "COMMIT")
        .succeeds();
    reader.succeeds();
  }
}
