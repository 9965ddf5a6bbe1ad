package dev.redshank.sandbox.replay.invalidindex;

import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Running;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/** A lock_timeout counts the wait for a report on whatever table, and leaves an INVALID index. */
final class ConcurrentlyUnderTimeoutReplay implements Replay {
  private static final String CREATE = "CREATE INDEX CONCURRENTLY by_id ON orders (id)";

  private static final String MAINTAINED =
      "SELECT indisready FROM pg_index WHERE indexrelid = 'by_id'::regclass";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id",
        "CREATE TABLE customers (id bigint)");
    Act danger = stage.danger("SET lock_timeout = '100ms'");
    report(danger);
    danger
        .then(CREATE)
        .failsWith("55P03")
        .leavesInvalid("by_id")
        .returns(MAINTAINED, "t")
        .then(CREATE)
        .failsWith("42P07");
    Act remedy = stage.remedy("SET lock_timeout = '100ms'", "SET lock_timeout = 0");
    Session report = report(remedy);
    Running build = remedy.starts(CREATE).waitsFor("report");
    report.runs("COMMIT");
    build.succeeds();
    remedy.leavesValid("by_id");
  }

  private static Session report(Act act) {
    return act.session("report")
        .runs("BEGIN ISOLATION LEVEL REPEATABLE READ", "SELECT count(*) FROM customers");
  }
}
