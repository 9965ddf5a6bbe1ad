package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** An exclusion constraint builds its index while nobody can read; a new table has it from its birth. */
final class ExclusionConstraintBuildsIndexReplay implements Replay {
  private static final String APART = "ADD CONSTRAINT apart EXCLUDE USING gist (days WITH &&)";
  private static final String TAKE =
      "INSERT INTO stays_new SELECT * FROM stays WHERE id > %d AND id <= %d";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE stays (id bigint PRIMARY KEY, days int4range)",
        "INSERT INTO stays SELECT g, int4range(g, g + 1) FROM generate_series(1, 1000) g");
    stage
        .danger("ALTER TABLE stays " + APART)
        .succeeds()
        .builds("apart")
        .scans("stays")
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "stays");
    stage
        .remedy(
            "CREATE TABLE stays_new (LIKE stays INCLUDING ALL)",
            "ALTER TABLE stays_new " + APART,
            TAKE.formatted(0, 500),
            TAKE.formatted(500, 1000))
        .succeeds()
        .holdsAtMost(LockMode.ACCESS_SHARE, "stays")
        .returns("SELECT count(*) FROM stays_new", "1000");
  }
}
