package dev.redshank.sandbox.replay.backfillwalflood;

import dev.redshank.core.impact.WalVolume;
import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** An UPDATE of every row keeps all of them until the last is done; batches let them go. */
final class UnbatchedBackfillReplay implements Replay {
  @Override
  public void play(Stage stage) {
    stage.given(Backfill.ORDERS, Backfill.ROWS);
    Act danger = stage.danger();
    Backfill.isOneTransaction(danger, "UPDATE orders SET status = 'open'");
    danger.writesRows(3000).logs(WalVolume.PER_ROW);
    Backfill.isThreeTransactions(stage.remedy(), Backfill.BATCHES);
  }
}
