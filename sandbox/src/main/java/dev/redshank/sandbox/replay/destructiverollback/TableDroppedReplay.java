package dev.redshank.sandbox.replay.destructiverollback;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/** A dropped table is gone for whoever still names it; taken away from them first, it is there to be given back. */
final class TableDroppedReplay implements Replay {
  private static final String LOOK = "SELECT code FROM coupons";
  private static final String COUNT = "SELECT count(*) FROM coupons";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE coupons (code text PRIMARY KEY)",
        "INSERT INTO coupons SELECT g FROM generate_series(1, 1000) g",
        "GRANT SELECT ON coupons TO PUBLIC");
    Act danger = stage.danger();
    Session application = danger.application("old application").runs(LOOK);
    danger.then("DROP TABLE coupons").succeeds();
    application.tries(LOOK).failsWith("42P01");
    danger.then("CREATE TABLE coupons (code text PRIMARY KEY)").succeeds().returns(COUNT, "0");
    Act remedy = stage.remedy();
    Session reader =
        remedy.application("old application").runs("SET ROLE pg_read_all_settings", LOOK);
    remedy
        .then("REVOKE ALL ON coupons FROM PUBLIC")
        .succeeds()
        .holdsAtMost(LockMode.ACCESS_SHARE, "coupons");
    reader.tries(LOOK).failsWith("42501");
    remedy.then("GRANT SELECT ON coupons TO PUBLIC").succeeds().returns(COUNT, "1000");
  }
}
