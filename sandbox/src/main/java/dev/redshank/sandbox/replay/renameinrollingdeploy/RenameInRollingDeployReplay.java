package dev.redshank.sandbox.replay.renameinrollingdeploy;

import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Background;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/**
 * A renamed column breaks every instance of the application that still runs the old release. A second
 * column that a trigger keeps the same, or a view with the old name, serves both releases.
 */
final class RenameInRollingDeployReplay implements Replay {
  /** For how long both releases run. */
  private static final int BOTH_MILLIS = 150;

  private static final String SAME_NAME = """
      CREATE FUNCTION same_name() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          NEW.name := coalesce(NEW.name, NEW.full_name);
          NEW.full_name := coalesce(NEW.full_name, NEW.name);
        ELSIF NEW.name IS DISTINCT FROM OLD.name THEN
          NEW.full_name := NEW.name;
        ELSIF NEW.full_name IS DISTINCT FROM OLD.full_name THEN
          NEW.name := NEW.full_name;
        END IF;
        RETURN NEW;
      END $$
      """;

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE customers (id bigserial PRIMARY KEY, name text)",
        "INSERT INTO customers (name) SELECT 'Ada ' || g FROM generate_series(1, 20000) g");
    danger(stage.danger());
    remedy(stage.remedy());
    table(stage.also("a renamed table is missed as well"));
    view(
        stage.also("a view with the old name, made in the same transaction, serves both releases"));
  }

  private static void danger(Act act) {
    Background background = oldRelease(act);
    act.then("ALTER TABLE customers RENAME COLUMN name TO full_name").succeeds();
    background.failsWith("old reader", "42703").failsWith("old writer", "42703");
    newRelease(act, "customers");
    figures(act, background, "42703");
  }

  private static void remedy(Act act) {
    Background background = oldRelease(act);
    act.then(
            "ALTER TABLE customers ADD COLUMN full_name text",
            SAME_NAME,
            "CREATE TRIGGER same_name BEFORE INSERT OR UPDATE ON customers"
                + " FOR EACH ROW EXECUTE FUNCTION same_name()")
        .succeeds()
        .keepsFileOf("customers")
        .then(
            "UPDATE customers SET full_name = name WHERE id BETWEEN 1 AND 10000",
            "UPDATE customers SET full_name = name WHERE id BETWEEN 10001 AND 20000")
        .succeeds();
    newRelease(act, "customers");
    figures(act, background.neverFails("old reader").neverFails("old writer"), "42703");
    act.returns("SELECT count(*) FROM customers WHERE name IS DISTINCT FROM full_name", "0")
        .returns("SELECT full_name FROM customers WHERE id = 2", "Grace")
        .returns("SELECT name FROM customers WHERE id = 3", "Linus");
  }

  private static void table(Act act) {
    Background background = oldRelease(act);
    act.then("ALTER TABLE customers RENAME TO clients").succeeds();
    background.failsWith("old reader", "42P01").failsWith("old writer", "42P01");
    figures(act, background, "42P01");
  }

  private static void view(Act act) {
    Background background = oldRelease(act);
    act.then(
            "BEGIN",
            "ALTER TABLE customers RENAME TO clients",
            "ALTER TABLE clients RENAME COLUMN name TO full_name",
            "CREATE VIEW customers AS SELECT id, full_name AS name FROM clients",
            "COMMIT")
        .succeeds();
    newRelease(act, "clients");
    figures(act, background.neverFails("old reader").neverFails("old writer"), "42703");
  }

  private static Background oldRelease(Act act) {
    return act.background()
        .application("old reader", 5, "SELECT name FROM customers WHERE id = 1")
        .application("old writer", 10, "UPDATE customers SET name = 'Grace' WHERE id = 2")
        .isAnswered("old reader")
        .isAnswered("old writer");
  }

  /** The new release comes up beside the old one and works, whatever becomes of the other. */
  private static void newRelease(Act act, String table) {
    Background background = act.background()
        .application("new reader", 5, "SELECT full_name FROM " + table + " WHERE id = 1")
        .application("new writer", 10, "UPDATE " + table + " SET full_name = 'Linus' WHERE id = 3")
        .isAnswered("new reader")
        .isAnswered("new writer");
    act.lasts(BOTH_MILLIS);
    background.neverFails("new reader").neverFails("new writer");
  }

  private static void figures(Act act, Background background, String state) {
    background.figures("old reader").figures("old writer");
    long refused = background.of("old reader").failures(state)
        + background.of("old writer").failures(state);
    act.figure("old release, failed with " + state, refused, "");
  }
}
