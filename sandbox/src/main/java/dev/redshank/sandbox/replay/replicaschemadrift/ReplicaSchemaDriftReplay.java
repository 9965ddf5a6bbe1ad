package dev.redshank.sandbox.replay.replicaschemadrift;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Background;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Replica;
import dev.redshank.sandbox.replay.Running;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/**
 * The application uses a new column while a replica is behind, where there is no such column yet. A
 * deploy that waits until every replica has replayed the migration's position meets it everywhere.
 */
final class ReplicaSchemaDriftReplay implements Replay {
  /** For how long the replica is behind, in both acts. */
  private static final int BEHIND_MILLIS = 150;

  private static final String CHANGE =
      "ALTER TABLE orders ADD COLUMN currency text NOT NULL DEFAULT 'EUR'";
  private static final String NEW = "SELECT currency FROM orders WHERE id = 1";
  private static final String OLD = "SELECT amount FROM orders WHERE id = 1";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders (id bigserial PRIMARY KEY, amount int NOT NULL)",
        "INSERT INTO orders (amount) SELECT g FROM generate_series(1, 1000) g");
    danger(stage.danger());
    remedy(stage.remedy());
    freeze(stage.also(
        "a change that is not committed yet ends reports on the replica, and freezes it"));
  }

  private static void danger(Act act) {
    Replica replica = act.replica().pauses();
    act.then(CHANGE).succeeds().returns(NEW, "EUR");
    replica.isBehind().loop("old application", 5, OLD).loop("new application", 5, NEW);
    Background background = act.background().failsWith("new application", "42703");
    act.lasts(BEHIND_MILLIS);
    replica.refuses(NEW, "42703").resumes().catchesUp().returns(NEW, "EUR");
    background.isAnswered("new application").neverFails("old application");
    figures(act, background);
  }

  private static void remedy(Act act) {
    Replica replica = act.replica().pauses();
    act.then(CHANGE).succeeds();
    replica.isBehind().loop("old application", 5, OLD);
    act.lasts(BEHIND_MILLIS);
    // Now the deploy stands at the gate, until the replica is as far as the migration's commit.
    replica.isBehind().resumes().catchesUp().loop("new application", 5, NEW);
    Background background = act.lasts(BEHIND_MILLIS + 200)
        .background()
        .isAnswered("new application")
        .neverFails("new application")
        .neverFails("old application");
    figures(act, background);
  }

  private static void figures(Act act, Background background) {
    background.figures("old application").figures("new application");
    long refused = background.of("new application").failures("42703");
    act.figure("new application, failed with 42703", refused, "");
  }

  /** A replica repeats ACCESS EXCLUSIVE when it is taken, not when it is committed. */
  private static void freeze(Act act) {
    Replica replica = act.replica().waitsForReaders(100);
    Session report = replica.session("report").runs("BEGIN", "SELECT sum(amount) FROM orders");
    Running query = report.starts("SELECT pg_sleep(20)");
    act.then("BEGIN", CHANGE).holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "orders");
    replica.catchesUp();
    query.failsWith("40001");
    replica.refuses(OLD, "55P03");
    act.then("COMMIT").succeeds();
    replica.catchesUp().returns(NEW, "EUR");
  }
}
