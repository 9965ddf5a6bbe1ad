package dev.redshank.sandbox.replay.backfillwalflood;

import dev.redshank.sandbox.replay.Act;
import dev.redshank.sandbox.replay.Replay;
import dev.redshank.sandbox.replay.Replica;
import dev.redshank.sandbox.replay.Running;
import dev.redshank.sandbox.replay.Session;
import dev.redshank.sandbox.replay.Stage;
import dev.redshank.sandbox.replay.watch.WalWatch;

/**
 * One UPDATE of all rows writes more log than the link to a replica carries, and locks every row until
 * it ends. Batches that commit, and wait for the replica, write as much but leave nobody behind.
 */
final class BackfillWalFloodReplay implements Replay {
  /** Few and wide rows: the log grows faster than any machine is busy. */
  private static final int ROWS = 4_000;

  private static final int BATCH = 200;

  /** What the link to the replica carries in a second, in bytes. */
  private static final long LINK = 16_000_000;

  /** How far behind the replica may be, in bytes, when the next batch begins. */
  private static final long NEAR = 200_000;

  private static final String BACKFILL = "UPDATE users SET username = split_part(email, '@', 1) ";
  private static final String DONE = "SELECT count(username) FROM users";
  private static final String LOGIN = "UPDATE users SET logins = logins + 1 WHERE id = 1";

  private static final String LAST_ROW = "SELECT FROM users WHERE id = " + ROWS + " FOR UPDATE";

  @Override
  public void play(Stage stage) {
    stage.given(
        "CREATE TABLE users (id bigserial PRIMARY KEY, email text, username text,"
            + " profile text, logins int NOT NULL DEFAULT 0)",
        "INSERT INTO users (email, profile) SELECT 'user' || g || '@example.com', repeat('x', 1800)"
            + " FROM generate_series(1, " + ROWS + ") g");
    Flood flood = danger(stage.danger());
    remedy(stage.remedy(), flood);
    loop(stage.also("a DO loop without COMMIT is one transaction all the same"));
    committingLoop(stage.also("a DO loop that commits each batch lets others go on"));
    loopOverNull(stage.also("a loop that selects by a column that stays NULL never ends"));
  }

  /** What one UPDATE does to the log and to the replica, in bytes. */
  private record Flood(long wal, long lag) {}

  private static Flood danger(Act act) {
    Replica replica = act.replica().isLimitedTo(LINK);
    WalWatch wal = beginning(act);
    act.then("BEGIN", BACKFILL).succeeds().writesRows(ROWS);
    act.background().waitsFor("login", "migration");
    act.then("COMMIT").succeeds().returns(DONE, String.valueOf(ROWS));
    replica.returns(DONE, "0");
    figures(act, replica, wal);
    return new Flood(wal.walBytes(), wal.worstLagBytes());
  }

  private static void remedy(Act act, Flood flood) {
    Replica replica = act.replica().isLimitedTo(LINK);
    WalWatch wal = beginning(act);
    for (int first = 1; first < ROWS; first += BATCH) {
      act.then(BACKFILL + "WHERE id BETWEEN " + first + " AND " + (first + BATCH - 1));
      replica.comesWithin(NEAR);
    }
    act.succeeds().writesRows(BATCH).returns(DONE, String.valueOf(ROWS));
    figures(act, replica, wal);
    act.background().neverFails("login");
    String bytes = "%d of %d bytes";
    act.expects(
            "the replica is less than a quarter as far behind as after one UPDATE",
            4 * wal.worstLagBytes() < flood.lag(),
            bytes.formatted(wal.worstLagBytes(), flood.lag()))
        .expects(
            "batches do not save log",
            wal.walBytes() > flood.wal() * 3 / 4,
            bytes.formatted(wal.walBytes(), flood.wal()));
  }

  /** Where full pages are logged, both acts log them alike after a checkpoint. */
  private static WalWatch beginning(Act act) {
    act.background().loop("login", 10, LOGIN).isAnswered("login");
    act.then("CHECKPOINT").succeeds();
    return act.background().wal();
  }

  private static void figures(Act act, Replica replica, WalWatch wal) {
    long committed = System.nanoTime();
    replica.catchesUp().returns(DONE, String.valueOf(ROWS));
    act.figure("until the replica has all", (System.nanoTime() - committed) / 1e6, "ms");
    wal.look();
    act.figure("write-ahead log", wal.walBytes() / 1e6, "MB")
        .figure("write-ahead log for each row", (double) wal.walBytes() / ROWS, "B")
        .figure("replica behind at worst", wal.worstLagBytes() / 1e6, "MB");
    act.background().isAnswered("login").figures("login");
  }

  private static void loop(Act act) {
    Session colleague = act.session("colleague").runs("BEGIN", LAST_ROW);
    Running loop = act.starts(BackfillLoops.WITHOUT_COMMIT).waitsFor("colleague");
    // All batches but the last are through, and still nobody sees one, nor may change its rows.
    act.returns(DONE, "0");
    Running login = act.session("login").starts(LOGIN).waitsFor("migration");
    colleague.runs("COMMIT");
    loop.succeeds();
    login.succeeds();
    act.returns(DONE, String.valueOf(ROWS));
  }

  private static void committingLoop(Act act) {
    Session colleague = act.session("colleague").runs("BEGIN", LAST_ROW);
    Running loop = act.starts(BackfillLoops.COMMITTING).waitsFor("colleague");
    act.returns(DONE, String.valueOf(ROWS - 1_000)).accepts(LOGIN);
    colleague.runs("COMMIT");
    loop.succeeds();
    act.refusesTransaction().returns(DONE, String.valueOf(ROWS));
  }

  private static void loopOverNull(Act act) {
    act.then(
            "UPDATE users SET email = NULL WHERE id = 7",
            "CREATE SEQUENCE batches",
            "SET statement_timeout = '300ms'",
            BackfillLoops.OVER_NULL)
        .failsWith("57014")
        .returns("SELECT last_value > 3 FROM batches", "t")
        .figure("batches for two", "SELECT last_value FROM batches", "")
        .returns(DONE, "0");
  }
}
