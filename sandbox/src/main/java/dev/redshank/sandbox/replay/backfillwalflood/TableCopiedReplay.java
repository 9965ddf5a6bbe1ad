package dev.redshank.sandbox.replay.backfillwalflood;

import dev.redshank.core.impact.WalVolume;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** A copy of a table is written in one transaction, and does not hold what changes meanwhile. */
final class TableCopiedReplay implements Replay {
  private static final String TRANSACTIONS = "SELECT count(DISTINCT xmin::text) FROM orders_copy";
  private static final String COPY =
      "INSERT INTO orders_copy SELECT * FROM orders WHERE id > %d AND id <= %d";

  @Override
  public void play(Stage stage) {
    stage.given(Backfill.ORDERS, Backfill.ROWS);
    stage
        .danger("CREATE TABLE orders_copy AS SELECT * FROM orders")
        .succeeds()
        .logs(WalVolume.PER_ROW)
        .writesRows(3000)
        .returns(TRANSACTIONS, "1")
        .accepts("UPDATE orders SET status = 'paid' WHERE id = 1")
        .returns("SELECT status FROM orders_copy WHERE id = 1", "null");
    stage
        .remedy(
            "CREATE TABLE orders_copy (LIKE orders INCLUDING ALL)",
            COPY.formatted(0, 1000),
            COPY.formatted(1000, 2000),
            COPY.formatted(2000, 3000))
        .succeeds()
        .returns(TRANSACTIONS, "3");
  }
}
