package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** A unique constraint builds its index while nobody can read; given one that is there, it builds nothing. */
final class UniqueConstraintBuildsIndexReplay implements Replay {
  private static final String ADD = "ALTER TABLE orders ADD CONSTRAINT one_code UNIQUE ";

  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE orders AS SELECT generate_series(1, 1000) AS code");
    stage
        .danger(ADD + "(code)")
        .succeeds()
        .builds("one_code")
        .scans("orders")
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "orders");
    stage
        .remedy("CREATE UNIQUE INDEX CONCURRENTLY one_code ON orders (code)")
        .succeeds()
        .builds("one_code")
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "orders")
        .then(ADD + "USING INDEX one_code")
        .succeeds()
        .doesNotBuild("one_code")
        .doesNotWorkUnder(LockMode.ACCESS_EXCLUSIVE, "orders")
        .refuses("INSERT INTO orders VALUES (1)", "23505");
  }
}
