package dev.redshank.sandbox.replay.notnullwithoutbackfill;

import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** Applications that do not know a column yet need its default for every INSERT. */
final class DefaultDroppedInSameDeployReplay implements Replay {
  private static final String ADD =
      "ALTER TABLE orders ADD COLUMN status text NOT NULL DEFAULT 'open'";
  private static final String OLD_INSERT = "INSERT INTO orders VALUES (0)";

  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id");
    stage
        .danger(ADD, "ALTER TABLE orders ALTER COLUMN status DROP DEFAULT")
        .succeeds()
        .refuses(OLD_INSERT, "23502");
    stage.remedy(ADD).succeeds().keepsFileOf("orders").accepts(OLD_INSERT);
  }
}
