package dev.redshank.sandbox.replay.notnullwithoutbackfill;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Background;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/**
 * SET NOT NULL fails on the first row without a value, and where there is none it reads the whole
 * table while nobody else can. A validated CHECK, or NOT NULL NOT VALID, leaves nothing to read.
 */
final class NotNullWithoutBackfillReplay implements Replay {
  private static final String SET_NOT_NULL = "ALTER TABLE accounts ALTER COLUMN plan SET NOT NULL";
  private static final String BACKFILL = "UPDATE accounts SET plan = 1 WHERE plan IS NULL";
  private static final String WITHOUT = "INSERT INTO accounts (plan) VALUES (NULL)";
  private static final String IS_REQUIRED = """
      SELECT attnotnull FROM pg_attribute
      WHERE attrelid = 'accounts'::regclass AND attname = 'plan'
      """;

  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE accounts AS"
        + " SELECT g AS id, nullif(g, 299999) AS plan FROM generate_series(1, 300000) g");
    danger(stage.danger());
    remedy(stage.remedy());
    if (stage.atLeast(18)) {
      notValid(stage.also("NOT NULL may be NOT VALID too: two statements instead of four"));
    }
  }

  private static void danger(Act act) {
    Background background = background(act);
    act.then(SET_NOT_NULL)
        .failsWith("23502")
        .then(BACKFILL)
        .writesRows(1)
        .then("BEGIN", SET_NOT_NULL)
        .succeeds()
        .says("verifying table \"accounts\"")
        .scans("accounts")
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "accounts");
    background.waitsFor("reader", "migration").waitsFor("writer", "migration");
    act.then("COMMIT").refuses(WITHOUT, "23502");
    figures(background);
  }

  private static void remedy(Act act) {
    Background background = background(act);
    act.then("ALTER TABLE accounts ADD CONSTRAINT has_plan CHECK (plan IS NOT NULL) NOT VALID")
        .succeeds()
        .doesNotScan("accounts")
        .refuses(WITHOUT, "23514")
        .then(BACKFILL)
        .writesRows(1)
        .then("ALTER TABLE accounts VALIDATE CONSTRAINT has_plan")
        .succeeds()
        .scans("accounts")
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "accounts")
        .then(SET_NOT_NULL, "ALTER TABLE accounts DROP CONSTRAINT has_plan")
        .succeeds()
        .says("existing constraints on column \"accounts.plan\" are sufficient")
        .doesNotScan("accounts")
        .doesNotWorkUnder(LockMode.ACCESS_EXCLUSIVE, "accounts")
        .refuses(WITHOUT, "23502");
    background.neverFails("reader").neverFails("writer");
    figures(background);
  }

  private static void notValid(Act act) {
    Background background = background(act);
    act.then("ALTER TABLE accounts ADD CONSTRAINT has_plan NOT NULL plan NOT VALID")
        .succeeds()
        .doesNotScan("accounts")
        .refuses(WITHOUT, "23502")
        // The catalog's column says so already; whether all rows do, only the constraint knows.
        .returns(IS_REQUIRED, "t")
        .returns("SELECT convalidated FROM pg_constraint WHERE conname = 'has_plan'", "f")
        .then(BACKFILL)
        .writesRows(1)
        .then("ALTER TABLE accounts VALIDATE CONSTRAINT has_plan")
        .succeeds()
        .scans("accounts")
        .doesNotWorkUnder(LockMode.ACCESS_EXCLUSIVE, "accounts")
        .returns("SELECT convalidated FROM pg_constraint WHERE conname = 'has_plan'", "t");
    background.neverFails("reader").neverFails("writer");
    figures(background);
  }

  private static Background background(Act act) {
    return act.background()
        .loop("reader", 5, "SELECT plan FROM accounts LIMIT 1")
        .loop("writer", 10, "INSERT INTO accounts (plan) VALUES (1)")
        .isAnswered("reader")
        .isAnswered("writer");
  }

  private static void figures(Background background) {
    background.isAnswered("reader").isAnswered("writer").figures("reader").figures("writer");
  }
}
