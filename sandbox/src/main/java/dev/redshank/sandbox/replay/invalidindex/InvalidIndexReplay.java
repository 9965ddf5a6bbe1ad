package dev.redshank.sandbox.replay.invalidindex;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Background;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/**
 * A concurrent index build that fails leaves an INVALID index, which the next deploy takes for done.
 * Who looks at {@code indisvalid}, drops it and repairs the data gets the index after all.
 */
final class InvalidIndexReplay implements Replay {
  private static final String INDEX = "accounts_email";
  private static final String BUILD =
      "CREATE UNIQUE INDEX CONCURRENTLY accounts_email ON accounts (email)";
  private static final String BUILD_UNLESS_THERE =
      "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS accounts_email ON accounts (email)";

  /** The second of each pair, so that no e-mail address is there twice. */
  private static final String REPAIR = """
      DELETE FROM accounts a USING accounts b WHERE a.email = b.email AND a.id > b.id
      """;

  private static final String PLAN =
      "EXPLAIN (COSTS OFF) SELECT id FROM accounts WHERE email = 'user7@example.com'";
  private static final String TWICE = "INSERT INTO accounts (email) VALUES ('user7@example.com')";
  private static final String IS_READY =
      "SELECT indisready FROM pg_index WHERE indexrelid = 'accounts_email'::regclass";
  private static final String SIZE = "SELECT pg_relation_size('accounts_email') / 1e6";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE accounts (id bigserial PRIMARY KEY, email text NOT NULL)",
        "INSERT INTO accounts (email)"
            + " SELECT 'user' || g || '@example.com' FROM generate_series(1, 20000) g",
        "INSERT INTO accounts (email) SELECT email FROM accounts WHERE id <= 3",
        "ANALYZE accounts");
    danger(stage.danger());
    remedy(stage.remedy());
    timeout(stage.also("a timeout leaves an index that nobody reads and every writer obeys"));
  }

  private static void danger(Act act) {
    act.then(BUILD)
        .failsWith("23505")
        .leavesInvalid(INDEX)
        .returns(IS_READY, "f")
        .accepts(TWICE)
        .then(BUILD_UNLESS_THERE)
        .succeeds()
        .says("relation \"accounts_email\" already exists, skipping")
        .doesNotBuild(INDEX)
        .leavesInvalid(INDEX)
        .returns(PLAN, "Seq Scan on accounts")
        .figure("INVALID index", SIZE, "MB");
  }

  private static void remedy(Act act) {
    Background background = act.background()
        .loop("writer", 10, "INSERT INTO accounts (email) VALUES (gen_random_uuid())")
        .isAnswered("writer");
    act.then(BUILD)
        .failsWith("23505")
        // The view pg_indexes does not tell.
        .refuses("SELECT indisvalid FROM pg_indexes WHERE indexname = 'accounts_email'", "42703")
        .leavesInvalid(INDEX)
        .then("DROP INDEX CONCURRENTLY accounts_email", REPAIR)
        .succeeds()
        .then(BUILD)
        .succeeds()
        .holdsAtMost(LockMode.SHARE_UPDATE_EXCLUSIVE, "accounts")
        .leavesValid(INDEX)
        .returns(PLAN, "Index Scan using accounts_email on accounts")
        .refuses(TWICE, "23505");
    background.isAnswered("writer").neverFails("writer").figures("writer");
    act.figure("valid index", SIZE, "MB");
  }

  /** The build's last step waits for whoever may still see the table as it was. */
  private static void timeout(Act act) {
    act.session("report")
        .runs("BEGIN ISOLATION LEVEL REPEATABLE READ", "SELECT count(*) FROM accounts");
    act.then(REPAIR, "SET lock_timeout = '100ms'", BUILD)
        .failsWith("55P03")
        .leavesInvalid(INDEX)
        .returns(IS_READY, "t")
        .returns(PLAN, "Seq Scan on accounts")
        .refuses(TWICE, "23505")
        .figure("INVALID index", SIZE, "MB");
  }
}
