package dev.redshank.sandbox.replay.notnullwithoutbackfill;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** SET NOT NULL reads every row while nobody else can, unless a valid check spares it. */
final class SetNotNullWithoutCheckReplay implements Replay {
  private static final String ALTER = "ALTER TABLE orders ";
  private static final String SET_NOT_NULL = ALTER + "ALTER COLUMN total SET NOT NULL";

  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE orders AS SELECT generate_series(1, 1000) AS total");
    stage
        .danger(SET_NOT_NULL)
        .succeeds()
        .scans("orders")
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "orders");
    stage
        .remedy(
            ALTER + "ADD CONSTRAINT total_given CHECK (total IS NOT NULL) NOT VALID",
            ALTER + "VALIDATE CONSTRAINT total_given",
            SET_NOT_NULL,
            ALTER + "DROP CONSTRAINT total_given")
        .succeeds()
        .says("existing constraints on column \"orders.total\" are sufficient")
        .doesNotWorkUnder(LockMode.ACCESS_EXCLUSIVE, "orders")
        .refuses("INSERT INTO orders VALUES (NULL)", "23502");
    stage
        .also("it fails at the first NULL", "INSERT INTO orders VALUES (NULL)", SET_NOT_NULL)
        .failsWith("23502");
    stage
        .also(
            "a check that is NOT VALID spares nothing",
            ALTER + "ADD CONSTRAINT total_given CHECK (total IS NOT NULL) NOT VALID",
            SET_NOT_NULL)
        .succeeds()
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "orders");
    if (stage.atLeast(18)) {
      stage
          .also(
              "NOT NULL itself can be NOT VALID",
              ALTER + "ADD CONSTRAINT total_given NOT NULL total NOT VALID",
              ALTER + "VALIDATE CONSTRAINT total_given")
          .succeeds()
          .doesNotWorkUnder(LockMode.ACCESS_EXCLUSIVE, "orders");
    }
  }
}
