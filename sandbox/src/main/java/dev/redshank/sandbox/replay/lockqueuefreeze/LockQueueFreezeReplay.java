package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Background;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Running;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;
import dev.redshank.sandbox.replay.actor.ConnectionPool;

/**
 * A change of a millisecond waits for a report, and everybody else waits for the change. With a short
 * lock_timeout and a few more tries they do not.
 */
final class LockQueueFreezeReplay implements Replay {
  /** How long the report goes on after the migration came, in both acts. */
  private static final int REPORT_MILLIS = 400;

  private static final String CHANGE = "ALTER TABLE orders ADD COLUMN risk int";
  private static final String LOOK = "SELECT amount FROM orders WHERE id = 1";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders (id bigserial PRIMARY KEY, amount int NOT NULL)",
        "INSERT INTO orders (amount) SELECT g FROM generate_series(1, 20000) g");
    danger(stage.danger());
    remedy(stage.remedy());
  }

  private static void danger(Act act) {
    Session report = report(act);
    Background background = background(act);
    Running change = act.starts(CHANGE).waitsFor("report");
    background
        .waitsFor("reader", "migration")
        .waitsFor("writer", "migration")
        .waitsFor("pool", "migration")
        .failsWith("pool", ConnectionPool.NO_CONNECTION);
    act.lasts(REPORT_MILLIS);
    report.runs("COMMIT");
    change.succeeds();
    act.holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "orders").keepsFileOf("orders");
    figures(act, background.isAnswered("reader").isAnswered("writer").isAnswered("pool"));
  }

  private static void remedy(Act act) {
    Session report = report(act);
    Background background = background(act);
    act.then("SET lock_timeout = '50ms'", CHANGE).failsWith("55P03");
    background.isAnswered("reader").isAnswered("writer").isAnswered("pool");
    Running end = report.startsAfter(REPORT_MILLIS - 200, "COMMIT");
    act.retries(20, CHANGE).succeeds();
    end.succeeds();
    act.holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "orders")
        .keepsFileOf("orders")
        .figure("attempts", act.statements().size() + 1.0, "");
    background.isAnswered("reader").neverFails("reader").neverFails("writer");
    figures(act, background.isAnswered("writer").isAnswered("pool"));
  }

  /** It only reads, and it does not end before it has seen everything. */
  private static Session report(Act act) {
    return act.session("report").runs("BEGIN", "SELECT sum(amount) FROM orders");
  }

  private static Background background(Act act) {
    return act.background()
        .loop("reader", 5, LOOK)
        .loop("writer", 10, "INSERT INTO orders (amount) VALUES (1)")
        .pool("pool", 10, new ConnectionPool.Limits(250, 200), LOOK)
        .isAnswered("reader")
        .isAnswered("writer")
        .isAnswered("pool");
  }

  private static void figures(Act act, Background background) {
    background.figures("reader").figures("writer").figures("pool");
    long refused = background.of("pool").failures(ConnectionPool.NO_CONNECTION);
    act.figure("pool, answered with 503", refused, "");
  }
}
