package dev.redshank.sandbox.replay.replicaschemadrift;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** An unlogged table is not there on a standby, and becoming one writes it anew. */
final class UnloggedTableReplay implements Replay {
  private static final String LOOK = "SELECT count(*) FROM hits";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE hits (id bigint PRIMARY KEY)",
        "INSERT INTO hits SELECT generate_series(1, 1000)");
    Act danger = stage.danger();
    danger.replica().returns(LOOK, "1000");
    danger
        .then("ALTER TABLE hits SET UNLOGGED")
        .succeeds()
        .rewrites("hits")
        .holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "hits");
    danger.replica().catchesUp().refuses(LOOK, "0A000");
    Act remedy =
        stage.remedy("CREATE TABLE hits_cache (LIKE hits INCLUDING ALL)").succeeds();
    remedy.keepsFileOf("hits");
    remedy
        .replica()
        .catchesUp()
        .returns(LOOK, "1000")
        .returns("SELECT count(*) FROM hits_cache", "0");
  }
}
