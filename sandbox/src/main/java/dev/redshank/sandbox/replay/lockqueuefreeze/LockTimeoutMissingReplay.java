package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/** A change of an instant waits for a report without limit, and every reader behind it. */
final class LockTimeoutMissingReplay implements Replay {
  private static final String QUERY = "SELECT count(*) FROM orders";
  private static final String CHANGE = "ALTER TABLE orders ADD COLUMN phone text";

  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id");
    Report.freezes(stage.danger(), QUERY, CHANGE)
        .holdsAtLeast(LockMode.ACCESS_EXCLUSIVE, "orders")
        .doesNotScan("orders");
    givesWay(stage.remedy("SET lock_timeout = '50ms'"), QUERY, CHANGE);
  }

  /** The change gives up, readers go on, and it gets through when the report has ended. */
  static void givesWay(Act act, String query, String change) {
    Session report = Report.reading(act, query);
    act.then(change).failsWith("55P03").accepts(query);
    report.runs("COMMIT");
    act.retries(3, change).succeeds();
  }
}
