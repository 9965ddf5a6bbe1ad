package dev.redshank.sandbox.replay.backfillwalflood;

import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** Batches in a loop that never commits are one transaction, and in one that commits they are many. */
final class BatchLoopWithoutCommitReplay implements Replay {
  private static final String LOOP = """
      DO $$
      BEGIN
        LOOP
          UPDATE orders SET status = 'open'
          WHERE id IN (SELECT id FROM orders WHERE status IS NULL ORDER BY id LIMIT 1000);
          EXIT WHEN NOT FOUND;
        END LOOP;
      END $$""";

  @Override
  public void play(Stage stage) {
    stage.given(Backfill.ORDERS, Backfill.ROWS);
    Backfill.isOneTransaction(stage.danger(), LOOP);
    Backfill.isThreeTransactions(stage.remedy(), Backfill.BATCHES);
    stage
        .also(
            "COMMIT is refused where a transaction surrounds the block", "BEGIN", Backfill.BATCHES)
        .failsWith("2D000")
        .returns("SELECT count(status) FROM orders", "0");
  }
}
