package dev.redshank.sandbox.replay.replicaschemadrift;

import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Session;

/**
 * Another database of the server, which subscribes to the publication {@code warehouse} of the act's and
 * has a table {@code orders} as it was before the migration. One session reaches it through the extension
 * dblink.
 */
final class Subscriber implements AutoCloseable {
  private static final String NAME = "redshank_subscriber";

  /** How it reaches the server it is on, which listens to the same sessions. */
  private static final String SERVER = "format('host=%s port=%s user=%s dbname=%s', "
      + "host(inet_server_addr()), inet_server_port(), current_user, ";

  private static final String ACTIVE =
      "(SELECT active FROM pg_replication_slots WHERE slot_name = '" + NAME + "')";

  private final Act act;
  private final Session session;

  private Subscriber(Act act, Session session) {
    this.act = act;
    this.session = session;
  }

  static Subscriber of(Act act) {
    Session session = act.session("subscriber");
    Subscriber subscriber = new Subscriber(act, session);
    try {
      subscriber.subscribes();
    } catch (RuntimeException failure) {
      subscriber.close();
      throw failure;
    }
    return subscriber;
  }

  /** On one server CREATE SUBSCRIPTION would wait for itself to make the slot. */
  private void subscribes() {
    session.runs(
        "CREATE EXTENSION dblink",
        "CREATE DATABASE " + NAME,
        "SELECT pg_create_logical_replication_slot('" + NAME + "', 'pgoutput')",
        "SELECT dblink_connect('there', " + SERVER + "'" + NAME + "'))");
    runs("CREATE TABLE orders (id bigint PRIMARY KEY)");
    session.runs("SELECT dblink_exec('there', format($$CREATE SUBSCRIPTION warehouse CONNECTION %L "
        + "PUBLICATION warehouse WITH (create_slot = false, slot_name = " + NAME
        + ", copy_data = false)$$, " + SERVER + "current_database())))");
    awaits(ACTIVE);
  }

  void runs(String sql) {
    session.runs(there(sql));
  }

  private static String there(String sql) {
    return "SELECT dblink_exec('there', $$" + sql + "$$)";
  }

  /** Its worker ends with an error, and the row is not there. */
  void stopsBefore(int id) {
    awaits("NOT " + ACTIVE);
    act.expects("the subscriber stops", true, "its slot is not in use");
    boolean missing =
        session.tries(raisesUnless("NOT " + has(id))).ends().sqlState().isEmpty();
    act.expects("the row does not reach the subscriber", missing, "asked there");
  }

  void receives(int id) {
    awaits(has(id));
    act.expects("the row reaches the subscriber", true, "asked there");
  }

  private static String has(int id) {
    return "(SELECT n > 0 FROM dblink('there', 'SELECT count(*) FROM orders WHERE id = " + id
        + "') AS t (n bigint))";
  }

  private void awaits(String fact) {
    session.runs("DO $$ BEGIN FOR attempt IN 1..1000 LOOP EXIT WHEN " + fact
        + "; PERFORM pg_sleep(0.01); END LOOP; END $$");
    session.runs(raisesUnless(fact));
  }

  private static String raisesUnless(String fact) {
    return "DO $$ BEGIN IF NOT " + fact + " THEN RAISE 'It did not come about'; END IF; END $$";
  }

  @Override
  public void close() {
    session.tries(there("ALTER SUBSCRIPTION warehouse DISABLE"));
    session.tries(there("ALTER SUBSCRIPTION warehouse SET (slot_name = NONE)"));
    session.tries(there("DROP SUBSCRIPTION warehouse"));
    session.tries("SELECT dblink_disconnect('there')");
    awaits("NOT coalesce(" + ACTIVE + ", false)");
    session.tries("SELECT pg_drop_replication_slot('" + NAME + "')");
    session.tries("DROP DATABASE IF EXISTS " + NAME);
  }
}
