package dev.redshank.sandbox.replay.lockqueuefreeze;

import dev.redshank.core.postgres.LockMode;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** A condition of a domain reads every table that has it, and lets nobody write there. */
final class DomainConstraintValidatedReplay implements Replay {
  private static final String ADD =
      "ALTER DOMAIN label ADD CONSTRAINT short CHECK (length(VALUE) < 90)";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE DOMAIN label AS text",
        "CREATE TABLE notes (title label)",
        "CREATE TABLE songs (title label)",
        "INSERT INTO notes SELECT 'note' FROM generate_series(1, 1000)",
        "INSERT INTO songs SELECT 'song' FROM generate_series(1, 1000)");
    stage
        .danger(ADD)
        .succeeds()
        .scans("notes")
        .scans("songs")
        .holdsTogether(LockMode.SHARE, "notes", "songs");
    stage
        .remedy(ADD + " NOT VALID")
        .succeeds()
        .doesNotScan("notes")
        .doesNotLock("notes")
        .refuses("INSERT INTO notes VALUES (repeat('x', 90))", "23514");
    stage
        .also("VALIDATE locks as strongly", ADD + " NOT VALID")
        .then("ALTER DOMAIN label VALIDATE CONSTRAINT short")
        .succeeds()
        .scans("notes")
        .holdsTogether(LockMode.SHARE, "notes", "songs");
  }
}
