package dev.redshank.sandbox.replay.backfillwalflood;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** A materialized view runs its query at once, and the migration keeps its locks for as long. */
final class MaterializedViewFilledReplay implements Replay {
  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE orders AS SELECT g AS id, g % 50 AS buyer FROM generate_series(1, 1000) g",
        "CREATE TABLE customers (id bigint)");
    stage
        .danger(
            "BEGIN",
            "ALTER TABLE customers ADD COLUMN note text",
            "CREATE MATERIALIZED VIEW buyers AS SELECT DISTINCT buyer FROM orders",
            "COMMIT")
        .succeeds()
        .scans("orders")
        .worksUnder(LockMode.ACCESS_EXCLUSIVE, "customers");
    stage
        .remedy(
            "BEGIN",
            "ALTER TABLE customers ADD COLUMN note text",
            "CREATE MATERIALIZED VIEW buyers AS SELECT DISTINCT buyer FROM orders WITH NO DATA",
            "COMMIT")
        .succeeds()
        .doesNotScan("orders")
        .doesNotWorkUnder(LockMode.ACCESS_EXCLUSIVE, "customers")
        .refuses("SELECT * FROM buyers", "55000")
        .then("REFRESH MATERIALIZED VIEW buyers")
        .succeeds()
        .doesNotLock("customers")
        .returns("SELECT count(*) FROM buyers", "50");
  }
}
