package dev.redshank.sandbox.replay.invalidindex;

import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** The second try finds the INVALID leftover of the first by its name and builds nothing. */
final class ConcurrentlyIfNotExistsReplay implements Replay {
  private static final String CREATE = "CREATE UNIQUE INDEX CONCURRENTLY ";
  private static final String DROP = "DROP INDEX CONCURRENTLY IF EXISTS by_code";
  private static final String MEND = "DELETE FROM orders WHERE id = 0";
  private static final String TWIN = "INSERT INTO orders VALUES (2000, 'code 1')";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders AS SELECT g AS id, 'code ' || g AS code FROM generate_series(1, 1000) g",
        "INSERT INTO orders VALUES (0, 'code 1')");
    String unlessThere = CREATE + "IF NOT EXISTS by_code ON orders (code)";
    stage
        .danger(unlessThere)
        .failsWith("23505")
        .leavesInvalid("by_code")
        .accepts(MEND)
        .then(unlessThere)
        .succeeds()
        .says("already exists, skipping")
        .doesNotBuild("by_code")
        .leavesInvalid("by_code")
        .returns("SELECT indisready FROM pg_index WHERE NOT indisvalid", "f")
        .accepts(TWIN);
    String anew = CREATE + "by_code ON orders (code)";
    stage
        .remedy(DROP, anew)
        .failsWith("23505")
        .accepts(MEND)
        .then(DROP, anew)
        .succeeds()
        .builds("by_code")
        .leavesValid("by_code")
        .refuses(TWIN, "23505");
  }
}
