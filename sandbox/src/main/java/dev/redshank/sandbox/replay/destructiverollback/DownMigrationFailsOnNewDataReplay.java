package dev.redshank.sandbox.replay.destructiverollback;

import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** A rollback that demands again what new rows need not have stops at the first of them. */
final class DownMigrationFailsOnNewDataReplay implements Replay {
  private static final String NEW_ROW = "INSERT INTO customers VALUES (0, 'mail 1')";
  private static final String UNIQUE =
      "CREATE UNIQUE INDEX CONCURRENTLY one_email ON customers (email)";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE customers (id bigint PRIMARY KEY, email text CONSTRAINT one_email UNIQUE)",
        "INSERT INTO customers SELECT g, 'mail ' || g FROM generate_series(1, 1000) g",
        "ALTER TABLE customers DROP CONSTRAINT one_email");
    stage.danger().accepts(NEW_ROW).then(UNIQUE).failsWith("23505").leavesInvalid("one_email");
    stage
        .remedy()
        .accepts(NEW_ROW)
        .then("UPDATE customers SET email = 'mail 0' WHERE id = 0", UNIQUE)
        .succeeds()
        .leavesValid("one_email");
  }
}
