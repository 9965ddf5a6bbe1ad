package dev.redshank.sandbox.replay.backfillwalflood;

import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Running;
import dev.redshank.sandbox.replay.Session;

/** A change of every row of orders, beside a shop that has the last row in its hands for a while. */
final class Backfill {
  static final String ORDERS = "CREATE TABLE orders (id bigint PRIMARY KEY, status text)";
  static final String ROWS = "INSERT INTO orders SELECT g FROM generate_series(1, 3000) g";

  /** Each batch is a transaction of its own. */
  static final String BATCHES = """
      DO $$
      BEGIN
        FOR batch IN 0..2 LOOP
          UPDATE orders SET status = 'open' WHERE id > batch * 1000 AND id <= batch * 1000 + 1000;
          COMMIT;
        END LOOP;
      END $$""";

  private static final String WRITE = "UPDATE orders SET status = 'paid' WHERE id = 1";
  private static final String TRANSACTIONS =
      "SELECT count(DISTINCT xmin::text) FROM orders WHERE id > 1";

  private Backfill() {}

  /** Whoever wants the first row waits until the last is done. */
  static void isOneTransaction(Act act, String sql) {
    Session shop = busy(act);
    Running change = act.starts(sql).waitsFor("shop");
    act.refuses(WRITE, "55P03");
    shop.runs("COMMIT");
    change.succeeds();
    act.returns(TRANSACTIONS, "1");
  }

  /** The first row is free again when the last is still to come. */
  static void isThreeTransactions(Act act, String sql) {
    Session shop = busy(act);
    Running change = act.starts(sql).waitsFor("shop");
    act.accepts(WRITE);
    shop.runs("COMMIT");
    change.succeeds();
    act.returns(TRANSACTIONS, "3");
  }

  private static Session busy(Act act) {
    return act.session("shop").runs("BEGIN", "SELECT 1 FROM orders WHERE id = 3000 FOR UPDATE");
  }
}
