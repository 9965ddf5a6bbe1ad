package dev.redshank.sandbox.replay.notnullwithoutbackfill;

import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Stage;

/** A value that was added to a type cannot be used before it is committed. */
final class EnumValueUsedInSameTransactionReplay implements Replay {
  private static final String ADD = "ALTER TYPE mood ADD VALUE 'tired'";
  private static final String USE = "UPDATE days SET mood = 'tired' WHERE id = 1";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TYPE mood AS ENUM ('calm', 'busy')",
        "CREATE TABLE days (id bigint, mood mood)",
        "INSERT INTO days VALUES (1, 'calm')");
    stage.danger("BEGIN", ADD, USE).failsWith("55P04");
    stage.remedy(ADD, USE).succeeds().returns("SELECT mood FROM days", "tired");
    stage
        .also("a test finds it without a row as well", "TRUNCATE days", "BEGIN", ADD, USE)
        .failsWith("55P04");
    Act newType = stage.also(
        "a type of the same transaction",
        "BEGIN",
        "CREATE TYPE color AS ENUM ('red')",
        "ALTER TYPE color ADD VALUE 'blue'",
        "CREATE TABLE cars (color color DEFAULT 'blue')");
    if (stage.atLeast(17)) {
      newType.succeeds();
    } else {
      newType.failsWith("55P04");
    }
  }
}
