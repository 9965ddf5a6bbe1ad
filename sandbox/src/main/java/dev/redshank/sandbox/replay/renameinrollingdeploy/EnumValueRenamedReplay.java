package dev.redshank.sandbox.replay.renameinrollingdeploy;

import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;

/** Rows show the new name at once, and whoever sends the old one fails. */
final class EnumValueRenamedReplay implements Replay {
  private static final String WRITE = "UPDATE days SET mood = 'busy' WHERE id = 1";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TYPE mood AS ENUM ('calm', 'busy')",
        "CREATE TABLE days (id bigint, mood mood)",
        "INSERT INTO days VALUES (1, 'busy')");
    Act danger = stage.danger();
    Session application = danger.application("old application").runs(WRITE);
    danger
        .then("ALTER TYPE mood RENAME VALUE 'busy' TO 'active'")
        .succeeds()
        .returns("SELECT mood FROM days", "active")
        .refuses(WRITE, "22P02");
    application.tries("UPDATE days SET mood = 'busy' WHERE id = 2").failsWith("22P02");
    Act remedy = stage.remedy();
    Session old = remedy.application("old application").runs(WRITE);
    remedy
        .then("ALTER TYPE mood ADD VALUE 'active'")
        .succeeds()
        .returns("SELECT mood FROM days", "busy")
        .accepts(WRITE)
        .accepts("UPDATE days SET mood = 'active' WHERE id = 1");
    old.tries("UPDATE days SET mood = 'busy' WHERE id = 2").succeeds();
  }
}
