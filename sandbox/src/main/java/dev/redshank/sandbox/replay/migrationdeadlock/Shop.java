package dev.redshank.sandbox.replay.migrationdeadlock;

import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Running;
import dev.redshank.sandbox.replay.Session;

/** An application whose transaction has one table and will want another; it notices a deadlock at once. */
final class Shop {
  /** The migration is patient, so that it is the shop that PostgreSQL ends. */
  static final String PATIENCE = "SET deadlock_timeout = '1min'";

  private Shop() {}

  static Session has(Act act, String statement) {
    return act.session("shop").runs("SET deadlock_timeout = '20ms'", "BEGIN", statement);
  }

  /** The change waits for the shop and the shop for the change: PostgreSQL ends the shop. */
  static void deadlocks(Session shop, Act act, String change, String wish) {
    Running waiting = act.starts(change).waitsFor("shop");
    shop.tries(wish).failsWith("40P01");
    waiting.succeeds();
  }

  /** The change waits for the shop, and the shop goes on. */
  static void goesOn(Session shop, Act act, String change, String wish) {
    Running waiting = act.starts(change).waitsFor("shop");
    shop.tries(wish).succeeds();
    shop.runs("COMMIT");
    waiting.succeeds();
  }
}
