package dev.redshank.sandbox.replay.notnullwithoutbackfill;

import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** Rows that are there have no value for a new column, unless it brings one along. */
final class RequiredColumnWithoutDefaultReplay implements Replay {
  @Override
  public void play(Stage stage) {
    stage.given("CREATE TABLE orders AS SELECT generate_series(1, 1000) AS id");
    stage
        .danger("ALTER TABLE orders ADD COLUMN status text NOT NULL")
        .failsWith("23502")
        .refuses("SELECT status FROM orders", "42703");
    stage
        .remedy("ALTER TABLE orders ADD COLUMN status text NOT NULL DEFAULT 'open'")
        .succeeds()
        .keepsFileOf("orders")
        .doesNotScan("orders")
        .accepts("SELECT status FROM orders")
        .accepts("INSERT INTO orders VALUES (0)");
  }
}
